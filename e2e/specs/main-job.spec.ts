import { expect, test } from '../support/fixtures.ts';

test('the first window shows a strategy, its risk and real data', async ({ workbench, page }) => {
  await expect(workbench.editor).toContainText('class SmaCross');
  await expect(page.getByTestId('risk-badge')).toContainText('LOW');
  await expect(workbench.statusBar).toContainText('S&P 500');
  await expect(workbench.statusBar).toContainText('5,105 bars');
});

test('one click gives a verified equity curve from a real container', async ({
  workbench,
  page,
  containers,
}) => {
  await workbench.run();
  await expect(workbench.badge('verified')).toContainText('Verified', { timeout: 60_000 });
  await expect(page.getByTestId('sandbox-used')).toContainText(/container|docker/i);
  for (const badge of ['validated', 'isolated', 'verified']) {
    await expect(workbench.badge(badge)).toHaveAttribute('data-state', 'passed');
  }
  await expect(workbench.metric('trade_count')).toContainText('87');

  // The charts are the data: as many vertices as were sampled, from the starting cash to the final
  // equity, and a drawdown as deep as the figure says.
  await expect(async () => {
    const equity = await workbench.drawnValues('equity-chart');
    expect(equity.length).toBeGreaterThan(800);
    expect(equity.length).toBeLessThanOrEqual(2000);
    expect(equity[0]).toBeCloseTo(100_000, -3);
    expect(Math.abs((equity.at(-1) as number) - 137_507)).toBeLessThan(1000);
    const drawdown = await workbench.drawnValues('drawdown-chart');
    expect(Math.min(...drawdown)).toBeCloseTo(-0.3121, 2);
  }).toPass({ timeout: 30_000 });
  await expect(async () => {
    await page.mouse.move(0, 0);
    await page.getByTestId('equity-chart').hover({ position: { x: 200, y: 80 } });
    await expect(page.getByText('Buy and hold').nth(1)).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });

  await expect(page.getByTestId('trades-table')).toContainText('Long');
  // One may wait for the next run.
  await expect.poll(() => containers().length).toBeLessThanOrEqual(1);
});

test('a missing sandbox image is built at the first run, with its progress in view', async ({
  workbench,
  page,
}) => {
  // A container that waits holds the image: the window lets it go first.
  await page.getByTestId('sandbox-status').click();
  await page.getByRole('tab', { name: 'Image' }).click();
  const image = page.getByTestId('image-javascript');
  await image.getByRole('button', { name: 'Remove image' }).click();
  // Another version's stays where its own container holds it.
  await expect(image.getByText(/not built|outdated/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await workbench.run();
  const progress = page.getByTestId('run-progress').first();
  await expect(progress).toContainText(/\d+%/, { timeout: 60_000 });
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await expect(workbench.badge('isolated')).toHaveAttribute('data-state', 'passed', {
    timeout: 90_000,
  });
});

test('a finished run is in the history and opens again after a restart of the window', async ({
  workbench,
  page,
}) => {
  await workbench.run();
  await expect(workbench.badge('verified')).toBeVisible({ timeout: 60_000 });
  const shown = await workbench.metric('total_return').textContent();
  await page.reload();
  await workbench.ready();
  await workbench.history.getByTestId('history-item').first().click();
  await expect(workbench.metric('total_return')).toHaveText(shown ?? '');
});
