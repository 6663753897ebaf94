import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

async function openImage(page: Page) {
  await page.getByTestId('sandbox-status').click();
  const dialog = page.getByRole('dialog', { name: 'Sandbox' });
  await dialog.getByRole('tab', { name: 'Images' }).click();
  return dialog;
}

test('the sandbox image goes to a file and comes back only with its code', async ({
  workbench,
  page,
  home,
}) => {
  await workbench.ready();
  const dialog = await openImage(page);
  const file = join(home, 'image.tar');

  await dialog.getByRole('button', { name: 'Build again' }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(dialog.getByText('Image ready')).toBeVisible({ timeout: 90_000 });
  await dialog.getByText('Log of the build').click();
  await expect(dialog.getByLabel('Build log')).toContainText(/step/i);

  await dialog.getByRole('button', { name: 'Save to file' }).click();
  const save = dialog.getByRole('form', { name: 'Save the sandbox image' });
  await save.getByLabel('File').fill(file);
  await save.getByRole('button', { name: 'Save' }).click();
  const code = await dialog.getByTestId('saved-code').innerText({ timeout: 60_000 });
  expect(code.trim()).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  expect(statSync(file).size).toBeGreaterThan(100e6);
  // The file alone: nothing that was on its way to become it.
  expect(readdirSync(home).filter((name) => name.includes('image'))).toEqual(['image.tar']);

  await dialog.getByRole('button', { name: 'Load from file' }).click();
  const load = dialog.getByRole('form', { name: 'Load the sandbox image' });
  await load.getByLabel('File').fill(file);
  await load.getByLabel('Code').fill(code.replace(/^./, (digit) => (digit === '0' ? '1' : '0')));
  await load.getByRole('button', { name: 'Load' }).click();
  await expect(load.getByRole('alert')).toContainText('does not belong to this file', {
    timeout: 60_000,
  });
  await load.getByLabel('Code').fill(code);
  await load.getByRole('button', { name: 'Load' }).click();
  await expect(dialog.getByText('Loaded from image.tar')).toBeVisible({ timeout: 60_000 });

  await dialog.getByRole('tab', { name: 'Activity' }).click();
  const events = dialog.getByLabel('Events');
  await expect(events).toContainText('loaded from image.tar');
  await expect(events).toContainText('saved to image.tar');
  await expect(events).toContainText('was built');

  await page.getByRole('button', { name: 'Done' }).click();
  await workbench.run();
  await expect(workbench.badge('isolated')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
});

test('a save that is cancelled leaves no file, and one that is there stays', async ({
  workbench,
  page,
  home,
}) => {
  await workbench.ready();
  const dialog = await openImage(page);
  await dialog.getByRole('button', { name: 'Save to file' }).click();
  const save = dialog.getByRole('form', { name: 'Save the sandbox image' });
  const file = join(home, 'cancelled.tar');
  await save.getByLabel('File').fill(file);
  await save.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(save.getByRole('button', { name: 'Save' })).toBeEnabled();
  const left = () => readdirSync(home).filter((name) => name.includes('cancelled'));
  await expect.poll(left).toEqual([]);

  const mine = join(home, 'mine.tar');
  writeFileSync(mine, 'mine');
  await save.getByLabel('File').fill(mine);
  await save.getByRole('button', { name: 'Save' }).click();
  await expect(save.getByRole('alert')).toContainText('is there already');
  expect(readFileSync(mine, 'utf8')).toBe('mine');
});

test.describe('without a container engine', () => {
  test.use({ environment: { DOCKER_HOST: 'unix:///nowhere/stratbox-no-engine.sock' } });

  test('"containers only" refuses where "automatic" would fall back', async ({
    workbench,
    page,
  }) => {
    await page.getByTestId('sandbox-status').click();
    const dialog = page.getByRole('dialog', { name: 'Sandbox' });
    await expect(dialog.getByText('Runs go to the embedded')).toBeVisible();
    await dialog.getByText('Where it was looked for').click();
    await expect(dialog.getByText('unix:///nowhere/stratbox-no-engine.sock').last()).toBeVisible();
    await dialog.getByLabel('Run in').selectOption({ label: 'Containers only' });
    await expect(dialog.getByText('No sandbox can take a run')).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByTestId('sandbox-status')).toContainText('No sandbox');

    await workbench.run();
    await expect(workbench.results).toContainText(/no engine answers there/, { timeout: 60_000 });
    await page.getByTestId('sandbox-status').click();
    await dialog.getByRole('tab', { name: 'Activity' }).click();
    await expect(dialog.getByLabel('Events')).toContainText('A run was refused');
  });
});
