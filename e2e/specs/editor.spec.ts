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

test("the editor knows what onBar's and onBars' parameters have", async ({ workbench, page }) => {
  await workbench.setSource(strategyWith('').replace('}\n}', '}\nonBars(bars) {\n\n}\n}'));
  const suggestions = page.locator('.suggest-widget');
  const typeAtLine = async (line: number, text: string) => {
    await page.keyboard.press('ControlOrMeta+Home');
    for (let at = 1; at < line; at += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.type(text);
  };
  await typeAtLine(5, 'bar.');
  await expect(suggestions).toContainText('close', { timeout: 30_000 });
  await expect(suggestions).toContainText('volume');
  await page.keyboard.type('clo');
  await page.keyboard.press('Enter');
  await expect(workbench.editor).toContainText('bar.close');

  await typeAtLine(8, 'const spx = bars.SPX; spx.');
  await expect(suggestions).toContainText('high');
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
  const name = workbench.editor.locator('.view-line').filter({ hasText: 'if (crossesAbove' });
  const choose = async (entry: string | RegExp) => {
    await name.locator('span span').filter({ hasText: 'crossesAbove' }).click({ button: 'right' });
    // Monaco's menu takes no click in its first tenth of a second: a person is never that fast.
    const menu = page.locator('.monaco-menu');
    const item = menu.getByRole('menuitem', { name: entry }).first();
    await item.waitFor();
    await expect(async () => {
      if (await item.isVisible()) await item.click({ timeout: 1000 });
      await expect(menu).toBeHidden({ timeout: 500 });
    }).toPass();
  };
  const peek = page.locator('.peekview-widget');
  // The language worker may still be reading the types when it is asked: a person would ask again.
  const peeks = (entry: RegExp, shown: string | RegExp) =>
    expect(async () => {
      await page.keyboard.press('Escape');
      await choose(entry);
      await expect(peek).toContainText(shown, { timeout: 6000 });
    }).toPass({ timeout: 45_000 });
  await peeks(/^Go to Definition/, 'crossesAbove');
  await page.keyboard.press('Escape');
  await expect(peek).toBeHidden();
  await peeks(/^Go to References/, /References \(\d\)/);
  await page.keyboard.press('Escape');
  await choose('Command Palette');
  await expect(page.getByTestId('command-palette')).toBeVisible();
});
