import { PolicyPages } from '../pages/policy-pages.ts';
import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

test('a triple click on Run runs, and does not cancel what it has just begun', async ({
  workbench,
}) => {
  await workbench.setSource(strategyWith('for (let i = 0; i < 1e5; i += 1);'));
  await workbench.runButton.click({ clickCount: 3, delay: 40 });
  await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
});

test('Cancel cancels when it is meant', async ({ workbench }) => {
  await workbench.setSource(strategyWith('for (let i = 0; i < 1e7; i += 1);'));
  await workbench.run();
  await workbench.cancelButton.first().click();
  await expect(workbench.runError).toContainText('cancelled');
});

test('a syntax error is called one, and gets no score', async ({ workbench, page }) => {
  await workbench.setSource('const = 1;');
  await expect(page.getByTestId('risk-badge')).toContainText('not judged');
  await workbench.run();
  await expect(workbench.runError).toContainText('Syntax error');
});

test('a review is asked for once for one text', async ({ workbench, page }) => {
  await workbench.setSource(strategyWith('const make = eval; if (make === 1) this.buy(1);'));
  await workbench.run();
  const pages = new PolicyPages(page);
  await pages.tick();
  await pages.accept('only compared');
  const runs = workbench.history.getByTestId('history-item');
  await expect(runs).toHaveCount(1, { timeout: 60_000 });
  await workbench.run();
  await expect(runs).toHaveCount(2, { timeout: 60_000 });
  await expect(pages.review).toBeHidden();
});
