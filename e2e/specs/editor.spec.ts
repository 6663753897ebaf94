import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

test("the editor completes the strategy's own methods", async ({ workbench, page }) => {
  await workbench.setSource(strategyWith('this.x = 1;').replace('this.x = 1;\n', ''));
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('this.orderT');
  const suggestions = page.locator('.suggest-widget');
  await expect(suggestions).toContainText('orderTargetPercent', { timeout: 30_000 });
  await page.keyboard.press('Enter');
  await expect(workbench.editor).toContainText('this.orderTarget');
});

test('hovering a name explains it, and hovering a finding says why and what to do', async ({
  workbench,
  page,
}) => {
  const word = (text: string) =>
    workbench.editor.locator('.view-line span span').filter({ hasText: text }).first();
  await word('crossesAbove').hover();
  const hover = page.locator('.monaco-hover').filter({ visible: true }).first();
  await expect(hover).toContainText('at or below', { timeout: 30_000 });

  await workbench.setSource(strategyWith('const maker = eval;'));
  await expect(workbench.editor).toContainText('+30');
  await word('eval').hover();
  await expect(hover).toContainText('turns text into code');
});
