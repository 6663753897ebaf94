import { expect, test } from '../support/fixtures.ts';

test("a kept run's code and settings can be used again", async ({ workbench, page }) => {
  await workbench.run();
  await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
  await workbench.setSource('// something else\n');
  const choose = async (name: string) => {
    await workbench.history.getByTestId('history-item').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name }).click();
  };

  await choose('Open its code');
  await expect(page.getByRole('tab', { selected: true }).first()).toContainText(
    /\(run of \d{4}-\d\d-\d\d\)/,
  );
  await expect(workbench.editor).toContainText('class SmaCross');

  await choose('Use its settings');
  await expect(page.locator('[data-sonner-toast]').last()).toContainText('settings of this run');
});
