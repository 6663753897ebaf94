import { expect, test } from '../support/fixtures.ts';

test('a bracket strategy shows its plots, its events and its return at twice the costs', async ({
  workbench,
  page,
}) => {
  await workbench.openStrategy('Breakout with a bracket');
  await expect(workbench.editor).toContainText('class BreakoutWithBracket');
  await workbench.run();
  await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  await expect(workbench.results).toContainText('at twice the costs');
  await expect(workbench.results).toContainText('highest high');
  await expect(workbench.results).toContainText('when the data ended');
  await expect(page.getByTestId('assumptions')).toContainText(/stop/i);
});

test('several instruments run on one clock', async ({ workbench, page }) => {
  await workbench.openStrategy('Momentum rotation');
  await expect(workbench.editor).toContainText('class MomentumRotation');
  const settings = await workbench.openRunSettings();
  await settings.getByLabel('Data set').selectOption({ label: 'Apple monthly (2000-2010)' });
  for (const company of ['Amazon', 'Google', 'IBM', 'Microsoft']) {
    await settings.getByRole('checkbox', { name: new RegExp(company) }).check();
  }
  await page.keyboard.press('Escape');
  await workbench.run();
  await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  await expect(page.getByTestId('trades-table')).toContainText('IBM');
  await expect(page.getByTestId('assumptions')).toContainText('Microsoft');
});
