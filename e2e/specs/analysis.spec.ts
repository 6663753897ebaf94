import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Workbench } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

const resultOf = (workbench: Workbench) => workbench.results.getByTestId('script-result');

async function expectNoViolations(page: Page) {
  const violations = async () => {
    const shown = new AxeBuilder({ page }).include('[data-testid="script-result"]');
    const found = await shown.analyze();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    // What is still fading in or out has other colours for a moment.
    await expect.poll(violations, { timeout: 30_000 }).toEqual([]);
  }
}

for (const title of ['JavaScript analysis', 'Python analysis']) {
  test(`a new "${title}" shows what it found as a table and as a chart, and so after a reload`, async ({
    workbench,
    page,
  }) => {
    await workbench.newStrategy(title);
    await workbench.run();
    const result = resultOf(workbench);
    await expect(result).toBeVisible({ timeout: 150_000 });
    await expect(result).toContainText('computed by the strategy, not verified');
    await expect(result).toContainText(/2\d rows, \d columns/);
    await expect(workbench.results.getByTestId('no-decisions')).toContainText('no decisions');
    await expect(workbench.results.getByTestId('equity-chart')).toHaveCount(0);
    await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed');

    await expect(workbench.history.getByTestId('history-item').first()).toContainText('no trades');
    await expectNoViolations(page);
    const table = page.getByTestId('script-result-table');
    const firstYear = table.locator('tbody tr').first();
    await expect(firstYear).toContainText('2000');
    await table.getByRole('button', { name: 'worst day' }).click();
    await expect(table.getByRole('columnheader', { name: 'worst day' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await table.getByRole('button', { name: 'worst day' }).click();
    // The worst day of these twenty years was in March 2020.
    await expect(firstYear).toContainText('2020');

    await result.getByRole('button', { name: 'Chart' }).click();
    const chart = page.getByTestId('script-result-lines').first();
    await expect(chart.locator('path.recharts-curve').first()).toBeVisible();
    await expect(page.getByTestId('script-result-lines').last()).toContainText('2010');
    await result.getByRole('button', { name: /Columns/ }).click();
    await page.getByRole('dialog', { name: 'Columns drawn' }).getByLabel('best day').uncheck();
    await page.keyboard.press('Escape');
    await expect(result.getByText('best day')).toHaveCount(0);
    await expectNoViolations(page);

    await page.reload();
    await workbench.ready();
    await workbench.history.getByTestId('history-item').first().click();
    await expect(page.getByTestId('script-result-lines').first()).toBeVisible();
    await result.getByRole('button', { name: 'Table' }).click();
    await expect(firstYear).toContainText('2000');
  });
}

const trades = [
  'time,symbol,profit,closed',
  '2024-01-03T09:30:00Z,AAPL,12.5,true',
  '2024-02-05T10:00:00Z,MSFT,-7.25,true',
  '2024-03-06T11:15:00Z,AAPL,100,false',
].join('\n');

async function importTable(workbench: Workbench, page: Page) {
  const chooser = page.waitForEvent('filechooser');
  await workbench.command('Import data');
  await (
    await chooser
  ).setFiles({ name: 'trades.csv', mimeType: 'text/csv', buffer: Buffer.from(trades) });
  await expect(page.locator('[data-sonner-toast]').last()).toContainText('load("trades")');
}

const readers = [
  {
    title: 'Python analysis',
    source: `from stratbox import load_trades

trades = load_trades()
result = trades.groupby("symbol")["profit"].sum()
`,
  },
  {
    title: 'JavaScript analysis',
    source: `import { loadTrades } from 'stratbox';

const profit = {};
for (const row of loadTrades()) profit[row.symbol] = (profit[row.symbol] ?? 0) + row.profit;
export const result = Object.entries(profit).map(([symbol, profit]) => ({ symbol, profit }));
`,
  },
];

for (const { title, source } of readers) {
  test(`a table is imported, read by a script (${title}), and not without its tick`, async ({
    workbench,
    page,
  }) => {
    test.skip(page.url().startsWith('app:'), 'the desktop uses the native open dialog');
    await importTable(workbench, page);
    const row = workbench.explorer.getByRole('button', { name: 'trades' }).first();
    await expect(row).toContainText('3 rows');
    await expect(row).toHaveAttribute('aria-pressed', 'true');

    await workbench.newStrategy(title);
    await workbench.pasteSource(source);
    await workbench.run();
    const result = resultOf(workbench);
    await expect(result).toBeVisible({ timeout: 150_000 });
    await result.getByRole('button', { name: 'Table' }).click();
    const cells = page.getByTestId('script-result-table').locator('tbody tr');
    await expect(cells.nth(0)).toContainText('AAPL');
    await expect(cells.nth(0)).toContainText('112.50');
    await expect(cells.nth(1)).toContainText('−7.25');
    await result.getByRole('button', { name: 'Chart' }).click();
    await expect(page.getByTestId('script-result-bars')).toContainText('112.50');
    await expectNoViolations(page);

    const sheet = await workbench.openRunSettings();
    await expect(sheet.getByLabel('trades')).toBeChecked();
    await sheet.getByLabel('trades').uncheck();
    await page.keyboard.press('Escape');
    await expect(row).toHaveAttribute('aria-pressed', 'false');
    await workbench.run();
    await expect(workbench.results).toContainText('Run settings › Data', { timeout: 150_000 });

    // The run that had it gives it back along with its settings.
    await workbench.history.getByTestId('history-item').nth(1).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Use its settings' }).click();
    await expect(row).toHaveAttribute('aria-pressed', 'true');
  });
}

test('a result that holds more than can be shown says so, and its report has it', async ({
  workbench,
  page,
}) => {
  test.skip(page.url().startsWith('app:'), 'the desktop uses the native save dialog');
  await workbench.newStrategy('JavaScript analysis');
  await workbench.pasteSource(`import { data } from 'stratbox';

const last = data.close.at(-1);
export const result = { last, name: '<b>x</b>', bars: data.close.length, draw: () => 1 };
`);
  await workbench.run();
  const result = resultOf(workbench);
  await expect(result).toContainText('bars', { timeout: 150_000 });
  await expect(result).toContainText('5,1');
  await expect(result).toContainText('<b>x</b>');
  await expect(page.getByTestId('notice-extraction')).toContainText('draw');

  await expectNoViolations(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await result.getByRole('button', { name: 'Copy the result as CSV' }).click();
  const copied = async () => {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    return text.split(/\r?\n/).slice(0, 3);
  };
  await expect
    .poll(copied)
    .toEqual(['name,value', expect.stringMatching(/^last,\d/), 'name,"<b>x</b>"']);

  const download = page.waitForEvent('download');
  await page.getByTestId('export-button').click();
  await page.getByTestId('export-html').click();
  const report = readFileSync(await (await download).path(), 'utf8');
  expect(report).toContain('Result of the script, not verified');
  expect(report).toContain('&lt;b&gt;x&lt;/b&gt;');
  expect(report).toContain('Not everything could be extracted');
});
