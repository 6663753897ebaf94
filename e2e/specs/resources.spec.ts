import { strategyWith } from '../pages/workbench.ts';
import { expect, test } from '../support/fixtures.ts';

/** Works for some seconds, and keeps some memory meanwhile. */
const busy = strategyWith(`  if (bar.index % 100 === 0) {
    this.kept ??= [];
    this.kept.push(Array.from({ length: 50_000 }, () => bar.index));
  }
  for (let step = 0; step < 300_000; step += 1) this.sum = (this.sum ?? 0) + Math.sqrt(step);`);

test('what a run takes is drawn while it goes on and kept with its result', async ({
  workbench,
  page,
}) => {
  await workbench.pasteSource(busy);
  await workbench.run();
  const live = page.getByTestId('live-usage');
  await expect(live).toContainText(/MB of 512 MB/, { timeout: 30_000 });
  await expect(live).toContainText(/\d+%/);
  await expect(live.locator('path[d^="M"]').first()).toBeVisible();

  await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  await expect(live).toHaveCount(0);
  const section = page.getByTestId('resources-section');
  await expect(section.locator('summary')).toContainText(/MB of 512 MB, CPU \d+%/);
  await section.locator('summary').click();
  await expect(section.getByTestId('usage-memory')).toContainText(/at most \d+ MB of 512 MB/);
  await expect(section.getByTestId('usage-cpu')).toContainText('of 1 CPU on average');
  for (const chart of ['usage-memory', 'usage-cpu']) {
    const drawn = section.getByTestId(chart).locator('path.recharts-area-curve');
    await expect(drawn).toHaveAttribute('d', /^M[\d.,]+L/);
  }

  // From history too, where nothing can be measured any more.
  await page.reload();
  await workbench.ready();
  await workbench.history.getByRole('button').first().click();
  await expect(page.getByTestId('resources-section').locator('summary')).toContainText(
    /MB of 512 MB/,
  );
});

test('a run too short to be measured says so', async ({ workbench, page }) => {
  await workbench.run();
  await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  const section = page.getByTestId('resources-section');
  await expect(section.locator('summary')).toContainText(/not measured|MB of 512 MB/);
  await section.locator('summary').click();
  await expect(section).toContainText(/before it could be measured|by the container engine/);
});

test('a network is chosen by hand, with a warning there and on the result', async ({
  workbench,
  page,
}) => {
  const sheet = await workbench.openRunSettings();
  await sheet.getByRole('button', { name: 'Sandbox', exact: true }).click();
  await expect(sheet.getByLabel('Network')).toHaveValue('none');
  await expect(sheet.getByTestId('network-warning')).toHaveCount(0);
  await sheet.getByLabel('Network').selectOption('bridge');
  await expect(sheet.getByTestId('network-warning')).toContainText('not isolated');

  // What no sandbox can give is said where it is chosen, and stops the run.
  await sheet.getByLabel('Kind').selectOption('embedded');
  await expect(sheet.getByText('The embedded sandbox never has a network.')).toBeVisible();
  await sheet.getByLabel('Kind').selectOption('docker');
  for (const [label, wrong, message] of [
    ['Memory', '64', 'At least 128.'],
    ['Time limit', '9999', 'At most 3,600.'],
    ['Processors', '0', 'At least 0.1.'],
  ] as const) {
    const field = sheet.getByLabel(label, { exact: true });
    await field.fill(wrong);
    await expect(sheet.getByText(message)).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill('512');
  }
  await sheet.getByLabel('Processors').fill('1');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('network-status')).toContainText('Network open');
  await workbench.run();

  await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  await expect(page.getByTestId('sandbox-used')).toContainText('Docker, with network');
  await expect(page.getByTestId('notice-network')).toContainText('may depend on what it fetched');
  await expect(workbench.badge('isolated')).toHaveAttribute('data-state', 'failed');
  await expect(workbench.badge('reproducible')).not.toHaveAttribute('data-state', 'passed');

  // It is in view until it is taken back.
  await page.getByTestId('network-status').click();
  await sheet.getByRole('button', { name: 'Reset Sandbox' }).click();
  await expect(page.getByTestId('network-status')).toHaveCount(0);
});
