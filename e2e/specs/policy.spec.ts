import { PolicyPages } from '../pages/policy-pages.ts';
import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

const source = strategyWith(
  'const make = eval;\nwhile (this.x) { break; }\nconst day = new Date();',
);

test('the risk meter explains its sum', async ({ workbench, page }) => {
  const { meter, explanation, rule } = new PolicyPages(page);
  await workbench.setSource(strategyWith('const a = eval; const b = eval;\nwhile (true) {}'));
  await expect(meter).toContainText('Risk 65 MEDIUM');
  await meter.click();
  const rows = explanation.getByRole('row');
  await expect(rows.nth(1)).toContainText('30 × 2');
  await expect(rows.nth(1)).toContainText('60');
  await expect(rows.nth(2)).toContainText('5 × 1');
  await expect(rows.last()).toContainText('65');
  await expect(explanation.locator('[aria-current="true"]')).toContainText('MEDIUM30 to 70');
  await expect(explanation).toContainText('Judged by the policy standard.');
  await page.keyboard.press('Escape');
  await expect(meter).toBeFocused();

  await meter.click();
  await explanation.getByRole('button', { name: 'dangerous-eval' }).click();
  await expect(rule).toContainText('eval runs text as code');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a rule that counts otherwise changes the score at once, and undo and reset bring it back', async ({
  workbench,
  page,
}) => {
  const pages = new PolicyPages(page);
  const { meter, rulesPage, rule } = pages;
  await workbench.setSource(source);
  await expect(meter).toContainText('Risk 30 MEDIUM');
  await workbench.command('Rules and policy');
  await pages.showRule('becomes code', 'eval runs text as code');
  await expect(rule.locator('mark').first()).toHaveText('eval');

  const points = rule.getByLabel('Each finding adds');
  await points.fill('7');
  await points.press('Enter');
  await expect(page.getByTestId('rules-page-risk')).toContainText('7 LOW');
  await rule.getByLabel('The rule counts').uncheck();
  await expect(meter).toContainText('Risk 0 LOW');
  await rulesPage.getByRole('button', { name: 'Undo' }).click();
  await expect(meter).toContainText('Risk 7 LOW');

  await points.fill('101');
  await expect(rule).toContainText('from 0 to 100');
  await points.press('Escape');
  await expect(points).toHaveValue('7');

  await rulesPage.getByRole('button', { name: 'Policy' }).click();
  await rulesPage.getByText('Strict', { exact: true }).click();
  await expect(page.getByTestId('rules-page-risk')).toContainText('Wants a review');
  await page.reload();
  await workbench.ready();
  await expect(meter).toContainText('Risk 7 LOW');
  await workbench.command('Rules and policy');
  await rulesPage.getByRole('button', { name: 'Reset to standard' }).click();
  await expect(meter).toContainText('Risk 30 MEDIUM');
});

test('a review goes finding by finding, holds for one text, and can be taken back', async ({
  workbench,
  page,
}) => {
  const pages = new PolicyPages(page);
  const { review, meter, explanation } = pages;
  await workbench.setSource(strategyWith('const a = eval;\nconst b = eval;'));
  await workbench.run();
  await expect(review).toContainText('0 of 2 read');
  await expect(review.locator('mark')).toHaveText('eval');
  await expect(review.getByRole('textbox')).toBeDisabled();
  await expect(review.getByRole('button', { name: 'I have read this' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(review).toContainText('1 of 2 read');
  await page.keyboard.press('ArrowUp');
  await expect(review).toContainText('1 of 2');
  await page.keyboard.press('ArrowDown');
  await pages.tick();
  await expect(review.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('only compared');
  await page.keyboard.press('ControlOrMeta+Enter');
  const runs = workbench.history.getByTestId('history-item');
  await expect(runs).toHaveCount(1, { timeout: 60_000 });

  await meter.click();
  await expect(explanation).toContainText('only compared');
  await explanation.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('accepted-note')).toBeHidden();
  await page.keyboard.press('Escape');
  await workbench.run();
  await expect(review).toContainText('0 of 2 read');
  await page.keyboard.press('Escape');
  await expect(review).toBeHidden();
});
