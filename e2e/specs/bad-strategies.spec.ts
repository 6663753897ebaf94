import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

test('a dangerous call is marked where it stands, with its points, and is not run', async ({
  workbench,
  page,
  containers,
}) => {
  await workbench.setSource(strategyWith("eval('1'); process.exit(); require('fs');"));
  await expect(page.getByTestId('risk-badge')).toContainText(/HIGH|CRITICAL/);
  await expect(workbench.editor.locator('.squiggly-error').first()).toBeVisible();
  await expect(workbench.editor).toContainText('+30');
  await workbench.run();
  await expect(workbench.results).toContainText(/policy rejects|blocked/i);
  // One may wait for the next run.
  await expect.poll(() => containers().length).toBeLessThanOrEqual(1);
});

test('a syntax error is a finding that blocks, and a click goes to its line', async ({
  workbench,
}) => {
  await workbench.setSource('const a = 1;\nconst = 2;\n');
  await expect(workbench.problems).toContainText('2:7');
  await workbench.run();
  await expect(workbench.results).toContainText(/nothing was run/i);
});

test('a strategy that throws on bar 57 names bar, date and line', async ({ workbench }) => {
  await workbench.setSource(strategyWith("if (bar.index === 57) throw new Error('boom');"));
  await workbench.run();
  await expect(workbench.results).toContainText('boom', { timeout: 60_000 });
  await expect(workbench.results).toContainText('bar 57');
  await expect(workbench.results).toContainText('2000-03-24');
  await expect(workbench.runError.first()).toContainText('5');
});

test('an endless strategy leaves the window alive, and Cancel ends it at once', async ({
  workbench,
  page,
  containers,
}) => {
  await workbench.setSource(strategyWith('for (let i = 0; i < Infinity; i += 1) this.i = i;'));
  await workbench.run();
  await expect(workbench.cancelButton).toBeVisible();
  await expect(page.getByTestId('run-progress').first()).toContainText(/\d+ of \d+ bars|Running/, {
    timeout: 60_000,
  });
  await workbench.command('Show or hide console');
  await workbench.cancelButton.click();
  await expect(workbench.runButton).toBeVisible();
  await expect(workbench.results).toContainText(/cancelled/i);
  // One may wait for the next run.
  await expect.poll(() => containers().length).toBeLessThanOrEqual(1);
});

test('what a strategy prints appears in the console while it runs', async ({ workbench, page }) => {
  await workbench.setSource(
    strategyWith(
      "if (bar.index % 1000 === 0) console.log('bar', bar.index, '<img src=x onerror=alert(1)>');",
    ),
  );
  await workbench.run();
  await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('tab', { name: /Console/ }).click();
  await expect(workbench.console).toContainText('bar 5000 <img src=x onerror=alert(1)>');
});
