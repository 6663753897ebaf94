import { expect, test } from '../support/fixtures.ts';

test('a run over many instruments, at chosen costs, says in its result how it was made', async ({
  workbench,
  page,
}) => {
  await workbench.openStrategy('Momentum rotation');
  const sheet = await workbench.openRunSettings();
  await sheet.getByLabel('Data set').selectOption('aapl');
  for (const name of ['Amazon', 'Google', 'IBM']) await sheet.getByLabel(name).check();
  await sheet.getByLabel('Benchmark').selectOption('sp500');
  await sheet.getByLabel('Commission', { exact: true }).selectOption('tiered');
  await sheet.getByLabel('Bound of tier 1').fill('5000');
  await sheet.getByRole('button', { name: 'Sandbox', exact: true }).click();
  await sheet.getByLabel('Kind').selectOption('embedded');
  await expect(sheet.getByTestId('setting-group-data')).toContainText('2 changed');
  await page.keyboard.press('Escape');
  await workbench.run();

  await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  await expect(workbench.results).toContainText('Apple monthly (2000-2010) and 3 more');
  await expect(page.getByTestId('trades-table').getByText('Symbol')).toBeVisible();
  await expect(page.getByTestId('trades-table')).toContainText('AMZN');
  await expect(page.getByTestId('plot-chart')).toContainText('held');
  const rules = page.getByTestId('assumptions');
  await expect(rules).toContainText('4 instruments share one clock');
  await expect(rules).toContainText('0.1% up to 5,000, 0.05% beyond');
  await expect(rules).toContainText('buy and hold of S&P 500 daily (2000-2020)');
});

test('a setting that cannot be used stops the run, is named, and a reset takes it back', async ({
  workbench,
  page,
}) => {
  const sheet = await workbench.openRunSettings();
  await sheet.getByRole('button', { name: 'Figures', exact: true }).click();
  await sheet.getByLabel('Time zone').fill('Mars');
  await sheet.getByRole('button', { name: 'Figures', exact: true }).click();
  await expect(sheet.getByLabel('Time zone')).toBeVisible();
  await page.keyboard.press('Escape');
  await workbench.run();
  await expect(page.getByText('Time zone: Enter a time zone like America/New_York.')).toBeVisible();
  await expect(workbench.results).not.toContainText('Equity');

  await expect(sheet.getByLabel('Time zone')).toHaveAttribute('aria-invalid', 'true');
  await sheet.getByLabel('Risk-free rate').fill('2');
  await sheet.getByRole('button', { name: 'Reset Figures' }).click();
  await expect(sheet.getByLabel('Time zone')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Figures', exact: true }).click();
  await expect(sheet.getByLabel('Time zone')).toHaveValue('UTC');
  await expect(sheet.getByLabel('Risk-free rate')).toHaveValue('0');
});

test('the sheet can be used in a narrow window', async ({ workbench, page }) => {
  await page.setViewportSize({ width: 420, height: 720 });
  const sheet = await workbench.openRunSettings();
  await sheet.getByLabel('Volume cap').fill('10');
  const outside = () =>
    sheet.locator('input, select').evaluateAll((controls) => {
      const boxes = controls.map((control) => control.getBoundingClientRect());
      return boxes.filter(({ left, right }) => left < 0 || right > 420).length;
    });
  await expect.poll(outside).toBe(0);
});
