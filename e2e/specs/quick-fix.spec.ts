import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

const random = strategyWith('if (Math.random() > 0.5) this.buy(1);');

test('the editor fixes a finding in one step, and undo brings it back', async ({
  workbench,
  page,
}) => {
  await workbench.setSource(random);
  await expect(workbench.editor).toContainText('unseeded-random');
  await workbench.editor.getByText('Math', { exact: true }).click();
  await workbench.code.fix('Use this.random()', 'this.random() > 0.5');
  await expect(workbench.editor).not.toContainText('unseeded-random');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.editor).toContainText('Math.random() > 0.5');
  await expect(workbench.editor).toContainText('unseeded-random');
});

test('the hover says why and fixes it, and its link opens the rule', async ({
  workbench,
  page,
}) => {
  await workbench.setSource(random);
  await expect(workbench.editor).toContainText('unseeded-random');
  const { code } = workbench;
  await code.explain('Math', 'Random numbers without a seed');
  await expect(code.hover).toContainText('Each run would trade differently');
  const detail = page.getByTestId('rule-detail');
  const link = code.hover.getByText('unseeded-random');
  await code.chooseInHover('Math', [link], detail, 'Random numbers without a seed');
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();

  const fix = code.hover.getByRole('button', { name: /^Quick Fix/ });
  const choice = code.fixes.getByText('Use this.random()');
  await code.chooseInHover('Math', [fix, choice], workbench.editor, 'this.random() > 0.5');
});

test('what a strategy says in its own text stays text in hovers and in the list', async ({
  workbench,
  page,
}) => {
  const hostile = '[x](command:evil) <img src=x onerror=alert(1)>';
  await workbench.setSource(strategyWith(`import('${hostile}');`));
  await expect(workbench.problems).toContainText('img src=x');
  await page.keyboard.press('F8');
  await expect(workbench.code.hover).toContainText('img src=x');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await expect(workbench.code.hover.locator('a[href^="command"]')).toHaveCount(0);
});

test('the list fixes one finding or all, and keeps the focus', async ({ workbench, page }) => {
  await workbench.setSource(
    strategyWith('const day = new Date();\nconst ahead = this.barAgo(-1);\nMath.random();'),
  );
  const fixes = workbench.problems.getByRole('button', { name: /^Fix/ });
  await expect(fixes).toHaveCount(3);
  await workbench.problems.getByRole('button', { name: /^Fix: Look back/ }).click();
  await expect(workbench.editor).toContainText('this.barAgo(1)');
  await expect(fixes).toHaveCount(2);
  await expect(workbench.problems.locator(':focus')).toHaveCount(1);

  await page.getByRole('button', { name: 'Apply all 2 quick fixes' }).click();
  await expect(workbench.editor).toContainText('new Date(bar.time)');
  await expect(workbench.editor).toContainText('this.random()');
  await expect(page.getByTestId('risk-badge')).toContainText('LOW');
  await workbench.editor.click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(fixes).toHaveCount(2);
});
