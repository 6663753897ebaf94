import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

const source = strategyWith(
  'const day = new Date();\nconst make = eval;\nwhile (true) { this.x = 1; }\nconst ahead = this.barAgo(-1);',
);

test('problems are grouped with their counts, sorted and filtered, and so after a reload', async ({
  workbench,
  page,
}) => {
  await workbench.setSource(source);
  const group = (name: string) => workbench.problems.getByRole('button', { name });
  await expect(group('Errors 2 +30 points')).toBeVisible();
  await expect(group('Warnings 2 +5 points')).toBeVisible();

  await page.getByLabel('Group problems by').selectOption('family');
  await expect(group('Security 2 +35 points')).toBeVisible();
  await expect(group('Look-ahead 1')).toBeVisible();
  await expect(group('Not repeatable 1')).toBeVisible();
  await page.getByLabel('Sort problems by').selectOption('points');
  await expect(workbench.problems.locator('li').first()).toContainText('+30 dangerous-eval');
  await group('Look-ahead 1').click();
  await expect(workbench.problems).not.toContainText('negative-ago');

  await page.getByLabel('Filter problems').fill('loop');
  await expect(workbench.problems.locator('li')).toHaveCount(1);
  await page.reload();
  await workbench.ready();
  await expect(page.getByLabel('Filter problems')).toHaveValue('loop');
  await expect(page.getByLabel('Group problems by')).toHaveValue('family');
  await expect(workbench.problems.locator('li')).toHaveCount(1);

  await page.getByLabel('Filter problems').fill('nothing like it');
  await page.getByRole('button', { name: 'Clear the filter' }).last().click();
  await expect(group('Look-ahead 1')).toHaveAttribute('aria-expanded', 'false');
});

test('keys go through the problems, in the list and from the code', async ({ workbench, page }) => {
  await workbench.setSource(source);
  const group = workbench.problems.getByRole('button', { name: /^Errors/ });
  await group.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(workbench.statusBar).toContainText('Ln 8, Col 15');
  await expect(workbench.problems.locator('li[data-current="true"]')).toContainText('barAgo');

  await group.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(group).toHaveAttribute('aria-expanded', 'true');

  await workbench.editor.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await expect(workbench.statusBar).toContainText('Ln 5');
  await expect(workbench.code.hover).toContainText('clock');
  await page.keyboard.press('F8');
  await expect(workbench.statusBar).toContainText('Ln 6');
  await page.keyboard.press('Shift+F8');
  await expect(workbench.statusBar).toContainText('Ln 5');
  await page.keyboard.press('Shift+F8');
  await expect(workbench.statusBar).toContainText('Ln 8');
});
