import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

const focusedPane = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));

test('F6 goes through the panes and back, and each takes the focus', async ({
  workbench,
  page,
}) => {
  await workbench.editor.click();
  const order = ['panel', 'results', 'status', 'explorer', 'editor'];
  for (const pane of order) {
    await page.keyboard.press('F6');
    await expect.poll(() => focusedPane(page)).toBe(pane);
  }
  await page.keyboard.press('Shift+F6');
  await expect.poll(() => focusedPane(page)).toBe('explorer');
});

test('dialogs give the focus back to what opened them', async ({ workbench, page }) => {
  await workbench.editor.click();
  await workbench.command('About Stratbox');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => focusedPane(page)).toBe('editor');

  const opener = page.getByTestId('sandbox-status');
  await opener.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('the palette opens the run settings', async ({ workbench, page }) => {
  await workbench.command('Run settings');
  await expect(page.getByRole('dialog', { name: 'Run settings' })).toBeVisible();
});

test('all tabs come back after a reload, and the shown one is in view however many there are', async ({
  workbench,
  page,
}) => {
  const { tabs } = workbench;
  for (let count = 2; count <= 12; count += 1) {
    await workbench.newStrategy();
  }
  const shown = page.getByRole('tab', { selected: true }).first();
  await expect(shown).toBeInViewport({ ratio: 1 });
  const names = await tabs.allTextContents();
  await page.reload();
  await workbench.ready();
  await expect(tabs).toHaveText(names);
  await expect(shown).toBeInViewport({ ratio: 1 });
  await expect(shown).toContainText('New strategy 11');
});

test('an error stays until it is closed', async ({ page, workbench }) => {
  test.skip(page.url().startsWith('app:'), 'the desktop uses the native open dialog');
  const chooser = page.waitForEvent('filechooser');
  await workbench.command('Open strategy file');
  const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]);
  await (await chooser).setFiles({ name: 'logo.js', mimeType: 'text/javascript', buffer });
  const toast = page.locator('[data-sonner-toast]').filter({ hasText: 'logo.js' });
  await expect(toast).toContainText('not a text file');
  await page.waitForTimeout(6000);
  await expect(toast).toBeVisible();
  await toast.getByRole('button', { name: /close/i }).click();
  await expect(toast).toBeHidden();
});
