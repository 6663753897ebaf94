import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

test("the editor completes the strategy's own methods", async ({ workbench, page }) => {
  await workbench.setSource(strategyWith('this.x = 1;').replace('this.x = 1;\n', ''));
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await workbench.code.typeUntilSuggested('this.orderT', 'orderTargetPercent');
  await page.keyboard.press('Enter');
  await expect(workbench.editor).toContainText('this.orderTarget');
});

test('hovering a name explains it, and hovering a finding says why and what to do', async ({
  workbench,
}) => {
  const { code } = workbench;
  await code.explain('crossesAbove', 'at or below');
  await workbench.setSource(strategyWith('const maker = eval;'));
  await expect(workbench.editor).toContainText('+30');
  await code.explain('eval', 'turns text into code');
});

test("the editor knows what onBar's and onBars' parameters have", async ({ workbench, page }) => {
  await workbench.setSource(strategyWith('').replace('}\n}', '}\nonBars(bars) {\n\n}\n}'));
  const { code } = workbench;
  const goToLine = async (line: number) => {
    await page.keyboard.press('ControlOrMeta+Home');
    for (let at = 1; at < line; at += 1) await page.keyboard.press('ArrowDown');
    await expect(workbench.statusBar).toContainText(`Ln ${line},`);
  };
  await goToLine(5);
  await code.typeUntilSuggested('bar.', 'close');
  await expect(code.suggestions).toContainText('volume');
  await page.keyboard.type('clo');
  await expect(code.suggestions.locator('.focused')).toContainText('close');
  await page.keyboard.press('Enter');
  await expect(workbench.editor).toContainText('bar.close');

  await goToLine(8);
  await code.typeUntilSuggested('const spx = bars.SPX; spx.', 'high');
});

test('the editor survives any size', async ({ workbench, page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await workbench.editor.click();
  for (const [width, height] of [
    [700, 500],
    [300, 300],
    [1440, 100],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(500);
  }
  await expect(workbench.editor).toBeVisible();
  expect(errors).toEqual([]);
});

test("every entry of the editor's menu does something", async ({ workbench, page }) => {
  const { code } = workbench;
  const name = code.word('crossesAbove', 'if (crossesAbove');
  const peek = page.locator('.peekview-widget');
  await code.chooseFromMenu(name, /^Go to Definition/, peek, 'crossesAbove');
  await page.keyboard.press('Escape');
  await expect(peek).toBeHidden();
  await code.chooseFromMenu(name, /^Go to References/, peek, /References \(\d\)/);
  await page.keyboard.press('Escape');
  await expect(peek).toBeHidden();
  const palette = page.getByTestId('command-palette');
  await code.chooseFromMenu(name, 'Command Palette', palette, 'Commands');
});
