import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import { databaseFileName } from '../store/open-database.ts';
import { createHome, exampleSource, openTestApp, runRequest } from '../testing/open-test-app.ts';

const quickRun = () => runRequest(exampleSource('buy-and-hold'));

/** A file system of two mebibytes in memory, or why there can be none here. */
function smallDisk(): string {
  const folder = createHome();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'stratbox-test', folder]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

const cannotMount = process.platform !== 'linux' || process.getuid?.() !== 0;
if (cannotMount) process.stderr.write('\n!!! COULD NOT RUN a full disk: only root mounts one\n');

describe.skipIf(cannotMount)('a disk that is full', () => {
  it('is said with the next step, and the next run is kept once there is space', async () => {
    const home = smallDisk();
    const { call } = await openTestApp({ home });
    await call('run.execute', quickRun());
    const filler = join(home, 'filler');
    const { bavail, bsize } = statfsSync(home);
    writeFileSync(filler, Buffer.alloc(bavail * bsize));

    const began = performance.now();
    const refusal: unknown = await call('run.execute', quickRun()).catch((error: unknown) => error);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({
      message: 'The disk is full, so this was not saved.',
      hint: expect.stringContaining('Free some disk space') as string,
    });
    expect(await call('history.list', {})).toHaveLength(1);

    rmSync(filler);
    const { summary } = await call('run.execute', quickRun());
    expect((await call('history.list', {}))[0]).toEqual(summary);
  });
});

describe('a database that is damaged', () => {
  it('is moved aside at the start; the app works and says what happened', async () => {
    const home = createHome();
    writeFileSync(join(home, databaseFileName), 'this is no database at all '.repeat(200));
    const began = performance.now();
    const { app, call } = await openTestApp({ home });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((await call('run.execute', quickRun())).status).toBe('done');
    expect(await call('history.list', {})).toHaveLength(1);
    expect(app.recoveredFrom).toContain(`${databaseFileName}.corrupt-`);
    expect(await call('app.info', {})).toMatchObject({ recoveredFrom: app.recoveredFrom });
    expect(existsSync(String(app.recoveredFrom))).toBe(true);
  });
});
