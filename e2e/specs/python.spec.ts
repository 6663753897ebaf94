import { expect, test } from '../support/fixtures.ts';

const styles = ['Python strategy', 'Python signals', 'Python positions', 'Python script'];

for (const title of styles) {
  test(`a new "${title}" runs with one click and is verified`, async ({ workbench }) => {
    await workbench.newStrategy(title);
    await expect(workbench.statusBar).toContainText('Python');
    await workbench.run();
    await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
      timeout: 150_000,
    });
    await expect(workbench.badge('isolated')).toHaveAttribute('data-state', 'passed');
    await expect(workbench.metric('trade_count')).not.toContainText('n/a');
  });
}

test('the editor completes, explains and marks Python as it does JavaScript', async ({
  workbench,
  page,
}) => {
  await workbench.newStrategy('Python strategy');
  const { code } = workbench;
  await workbench.editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await code.typeUntilSuggested('        self.order_target_p', 'order_target_percent');
  await page.keyboard.press('Enter');
  await expect(workbench.editor).toContainText('self.order_target_percent()');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await code.typeUntilSuggested('self.average.', 'previous');
  await page.keyboard.press('Escape');
  await code.explain('sma', 'Simple moving average');
  await workbench.pasteSource('import os\nos.remove("x")\n');
  await expect(workbench.editor).toContainText('+30');
  await expect(workbench.problems).toContainText('1:8');
});

test('an error in Python names its bar and the line of the strategy', async ({ workbench }) => {
  await workbench.newStrategy('Python strategy');
  await workbench.pasteSource(
    'from stratbox import Strategy\n\n\nclass Test(Strategy):\n    def on_bar(self, bar):\n        if bar.index == 57:\n            raise ValueError("boom")\n',
  );
  await workbench.run();
  await expect(workbench.results).toContainText('boom', { timeout: 150_000 });
  await expect(workbench.results).toContainText('bar 57');
  await workbench.runError
    .getByRole('button', { name: /line 7/i })
    .first()
    .click();
  await expect(workbench.statusBar).toContainText('Ln 7, Col 13');
});
