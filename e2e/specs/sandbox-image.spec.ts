import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

async function openImages(page: Page) {
  await page.getByTestId('sandbox-status').click();
  const dialog = page.getByRole('dialog', { name: 'Sandbox' });
  await dialog.getByRole('tab', { name: 'Images' }).click();
  return {
    dialog,
    image: dialog.getByRole('region', { name: 'Image for JavaScript' }),
    pythonImage: dialog.getByRole('region', { name: 'Image for Python' }),
  };
}

test('the sandbox image goes to a file and comes back only with its code', async ({
  workbench,
  page,
  home,
}) => {
  await workbench.ready();
  const { dialog, image } = await openImages(page);
  const file = join(home, 'image.tar');

  await image.getByRole('button', { name: 'Build again' }).click();
  await expect(image.getByRole('progressbar')).toBeVisible();
  await expect(image.getByText('Image ready')).toBeVisible({ timeout: 90_000 });
  await image.getByText('Log of the build').click();
  await expect(image.getByLabel('Build log')).toContainText(/step/i);

  await image.getByRole('button', { name: 'Save to file' }).click();
  const save = image.getByRole('form', { name: 'Save the image for JavaScript' });
  await save.getByLabel('File').fill(file);
  await save.getByRole('button', { name: 'Save' }).click();
  const code = await image.getByTestId('saved-code').innerText({ timeout: 60_000 });
  expect(code.trim()).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  expect(statSync(file).size).toBeGreaterThan(100e6);
  // The file alone: nothing that was on its way to become it.
  expect(readdirSync(home).filter((name) => name.includes('image'))).toEqual(['image.tar']);

  await image.getByRole('button', { name: 'Load from file' }).click();
  const load = image.getByRole('form', { name: 'Load the image for JavaScript' });
  await load.getByLabel('File').fill(file);
  await load.getByLabel('Code').fill(code.replace(/^./, (digit) => (digit === '0' ? '1' : '0')));
  await load.getByRole('button', { name: 'Load' }).click();
  await expect(load.getByRole('alert')).toContainText('does not belong to this file', {
    timeout: 60_000,
  });
  await load.getByLabel('Code').fill(code);
  await load.getByRole('button', { name: 'Load' }).click();
  await expect(image.getByText('Loaded from image.tar')).toBeVisible({ timeout: 60_000 });

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
  const { image } = await openImages(page);
  await image.getByRole('button', { name: 'Save to file' }).click();
  const save = image.getByRole('form', { name: 'Save the image for JavaScript' });
  const file = join(home, 'cancelled.tar');
  await save.getByLabel('File').fill(file);
  await save.getByRole('button', { name: 'Save' }).click();
  await image.getByRole('button', { name: 'Cancel' }).click();
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

test('each language has its own image, which can be built, saved and loaded for itself', async ({
  workbench,
  page,
  home,
}) => {
  test.setTimeout(300_000);
  await workbench.ready();
  const { dialog, image, pythonImage } = await openImages(page);
  await expect(image.getByText('Image ready')).toBeVisible();
  await expect(pythonImage.getByText('stratbox-python:')).toBeVisible();
  await expect(pythonImage.getByText(/\d+ MB/)).toBeVisible();

  await pythonImage.getByRole('button', { name: 'Build again' }).click();
  await expect(pythonImage.getByRole('progressbar')).toBeVisible();
  // It is the other image's turn: nothing is said of this one, and nothing can be done to it.
  await expect(image.getByText('Image ready')).toBeVisible();
  await expect(image.getByRole('progressbar')).toHaveCount(0);
  await expect(image.getByRole('button', { name: 'Build again' })).toBeDisabled();
  await expect(pythonImage.getByText('Image ready')).toBeVisible({ timeout: 240_000 });

  await pythonImage.getByRole('button', { name: 'Load from file' }).click();
  const load = dialog.getByRole('form', { name: 'Load the image for Python' });
  await load.getByLabel('File').fill(join(home, 'absent.tar'));
  await load.getByLabel('Code').fill('1f0c');
  await load.getByRole('button', { name: 'Load' }).click();
  await expect(load.getByRole('alert')).toBeVisible();
  await expect(image.getByRole('alert')).toHaveCount(0);
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
