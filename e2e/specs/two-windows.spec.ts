import type { Page } from '@playwright/test';
import { Workbench } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

/** Opens a second window on the same app, as a second tab of the browser. */
async function openAnother(page: Page): Promise<Workbench> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  const workbench = new Workbench(other);
  await workbench.ready();
  return workbench;
}

test('two windows on one strategy do not overwrite each other without a word', async ({
  workbench,
  page,
}) => {
  test.skip(page.url().startsWith('app:'), 'the desktop has one window');
  await workbench.newStrategy();
  await expect(workbench.editor).toContainText('MyStrategy');
  await page.waitForTimeout(700);
  const other = await openAnother(page);
  await expect(other.editor).toContainText('MyStrategy');

  await workbench.setSource('// from the first window\n');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(other.editor).toContainText('from the first window');

  await workbench.setSource('// first again\n');
  await page.waitForTimeout(1000);
  await other.setSource('// from the second window\n');
  const question = other.page.getByRole('dialog', { name: /changed in another window/ });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await expect(other.explorer).toContainText('New strategy (mine)');
  await expect(other.editor).toContainText('from the second window');
  await expect(workbench.editor).toContainText('first again');
});
