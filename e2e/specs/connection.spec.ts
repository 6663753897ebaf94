import { Workbench } from '../pages/workbench.ts';
import { startWeb } from '../support/start-web.ts';
import { expect, test } from '../support/fixtures.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

test('a Stratbox that hangs or dies is said so within seconds, and nothing stale stays in view', async ({
  page: own,
}) => {
  test.skip(own.url().startsWith('app:'), 'the desktop has no connection to lose');
  const home = mkdtempSync(join(tmpdir(), 'stratbox-e2e-'));
  const web = await startWeb(home);
  const page = await own.context().newPage();
  await page.goto(web.url);
  const workbench = new Workbench(page);
  await workbench.ready();
  const banner = page.getByTestId('connection-banner');
  await expect(banner).toBeHidden();
  await expect(page.getByTestId('sandbox-status')).toContainText(/Docker|Embedded/);

  web.signal('SIGSTOP');
  await expect(banner).toContainText('does not answer', { timeout: 20_000 });
  await expect(page.getByTestId('risk-badge')).toContainText('Not connected');
  await expect(page.getByTestId('sandbox-status')).toContainText('unknown');
  web.signal('SIGCONT');
  await expect(banner).toBeHidden();
  await expect(page.getByTestId('risk-badge')).toContainText('LOW');

  await workbench.setSource(
    "import { Strategy } from 'stratbox';\nexport default class Slow extends Strategy { onBar() { for (let i = 0; i < 1e7; i += 1); } }\n",
  );
  await workbench.run();
  await expect(page.getByTestId('run-progress').first()).toBeVisible();
  web.signal('SIGKILL');
  await expect(banner).toContainText('If Stratbox was ended, a run under way ended with it');
  await expect(workbench.runError).toContainText('if it was ended, so was the run');
  await web.stop();
  rmSync(home, { recursive: true, force: true });
});
