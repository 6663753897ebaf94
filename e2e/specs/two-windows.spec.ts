import type { Page } from '@playwright/test';
import { Workbench } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

/**
 * Opens another window on the same app, as another tab of the browser, once it shows this text: what
 * was typed or chosen a moment ago is stored after a pause.
 */
async function openAnother(page: Page, shown: string): Promise<Workbench> {
  const other = await page.context().newPage();
  const workbench = new Workbench(other);
  await expect(async () => {
    await other.goto(page.url());
    await workbench.ready();
    await expect(workbench.editor).toContainText(shown, { timeout: 5000 });
  }).toPass({ timeout: 120_000 });
  return workbench;
}

test('two windows on one strategy do not overwrite each other without a word', async ({
  workbench,
  page,
}) => {
  test.skip(page.url().startsWith('app:'), 'the desktop has one window');
  await workbench.newStrategy();
  await expect(workbench.editor).toContainText('MyStrategy');
  const other = await openAnother(page, 'MyStrategy');

  await workbench.setSource('// from the first window\n');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(other.editor).toContainText('from the first window');

  await workbench.setSource('// first again\n');
  await (await openAnother(page, 'first again')).page.close();
  await other.setSource('// from the second window\n');
  const question = other.page.getByRole('dialog', { name: /changed in another window/ });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await expect(other.explorer).toContainText('New strategy (mine)');
  await expect(other.editor).toContainText('from the second window');
  await expect(workbench.editor).toContainText('first again');
});
