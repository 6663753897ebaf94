import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/fixtures.ts';

for (const viewport of [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
]) {
  test.describe(`at ${viewport.width}x${viewport.height}`, () => {
    test.use({ viewport });

    test('nothing is cut off and a result can be read', async ({ workbench, page }) => {
      await workbench.run();
      await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
      await expect(page.getByTestId('equity-chart')).toBeInViewport();
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await expect.poll(overflow).toBe(0);
    });
  });
}

test('everything can be done from the keyboard', async ({ workbench, page }) => {
  await workbench.editor.click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByTestId('command-palette')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('command-palette')).toBeHidden();
});

for (const theme of ['dark', 'light'] as const) {
  test(`the ${theme} window has no accessibility violations`, async ({ workbench, page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await workbench.run();
    await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
    const violations = async () => {
      // Monaco's own markup is not ours to judge.
      const found = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    // What is still fading in or out has other colours for a moment.
    await expect.poll(violations, { timeout: 60_000 }).toEqual([]);
  });
}

test('no error reaches the console of the window', async ({ workbench, page }) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.reload();
  await workbench.ready();
  await workbench.run();
  await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
  expect(errors).toEqual([]);
});
