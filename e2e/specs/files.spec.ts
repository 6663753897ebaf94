import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';

const rows = Array.from({ length: 30 }, (_, index) => {
  const date = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  return `${date},${100 + index},${102 + index},${99 + index},${101 + index},1000`;
});
const header = 'Date,Open,High,Low,Close,Volume';

const csvFile = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

test('a CSV is added from the window, is used by the next run, and a broken one names its row', async ({
  workbench,
  page,
}) => {
  test.skip(await isDesktop(page), 'the desktop uses the native open dialog');
  let chooser = page.waitForEvent('filechooser');
  await workbench.command('Import data');
  await (await chooser).setFiles(csvFile('my-prices.csv', [header, ...rows]));
  await expect(workbench.explorer).toContainText('my-prices');

  chooser = page.waitForEvent('filechooser');
  await workbench.command('Import data');
  const broken = [header, ...rows.slice(0, 5), '2024-01-06,1,2,0.5,oops,1', ...rows.slice(6)];
  await (await chooser).setFiles(csvFile('broken.csv', broken));
  await expect(page.locator('[data-sonner-toast]').filter({ hasText: 'oops' })).toContainText('7');
});

test('reports are exported as HTML, CSV and JSON', async ({ workbench, page }) => {
  test.skip(await isDesktop(page), 'the desktop uses the native save dialog');
  await workbench.run();
  await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
  for (const [format, start] of [
    ['html', '<!doctype html>'],
    ['json', '{'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByTestId('export-button').click();
    await page.getByTestId(`export-${format}`).click();
    const path = await (await download).path();
    expect(readFileSync(path, 'utf8').toLowerCase().startsWith(start)).toBe(true);
  }
});

test('edits survive a reload without being saved, and Save keeps a copy of an example', async ({
  workbench,
  page,
}) => {
  await workbench.setSource('// my own idea\n');
  await page.reload();
  await workbench.ready();
  await expect(workbench.editor).toContainText('my own idea');
  await workbench.editor.click();
  await page.keyboard.press('ControlOrMeta+S');
  await page.getByRole('dialog').getByRole('textbox').fill('My own');
  await page.keyboard.press('Enter');
  await expect(workbench.explorer).toContainText('My own');
});

async function isDesktop(page: Page): Promise<boolean> {
  return page.url().startsWith('app:');
}
