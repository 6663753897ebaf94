import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDialogs } from './dialogs.ts';
import { dialog, resetFakeElectron } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const folder = mkdtempSync(join(tmpdir(), 'stratbox-dialogs-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(resetFakeElectron);

const dialogs = createDialogs(() => undefined);
const report = (fileName: string, content = 'x') => ({ fileName, mediaType: 'text/csv', content });
const chosen = (...filePaths: string[]) =>
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: filePaths.length === 0, filePaths });

describe('opening a file', () => {
  it('gives the content and the bare name of what was chosen', async () => {
    const path = join(folder, 'bars.csv');
    writeFileSync(path, 'date,close\n');
    chosen(path);
    expect(await dialogs['host.openFile']({ purpose: 'data' })).toEqual({
      file: { fileName: 'bars.csv', content: 'date,close\n' },
    });
  });

  it('gives nothing when it was cancelled', async () => {
    chosen();
    expect(await dialogs['host.openFile']({ purpose: 'strategy' })).toEqual({ file: null });
  });

  it('refuses a file that is too large before it is read', async () => {
    const path = join(folder, 'huge.csv');
    writeFileSync(path, '');
    truncateSync(path, 65_000_000);
    chosen(path);
    await expect(dialogs['host.openFile']({ purpose: 'data' })).rejects.toMatchObject({
      code: 'too-large',
      message: '"huge.csv" has 65 MB; at most 64 MB can be opened here.',
    });
  });

  it('names a file that has gone in the meantime', async () => {
    chosen(join(folder, 'gone.csv'));
    await expect(dialogs['host.openFile']({ purpose: 'data' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('saving files', () => {
  it('writes one where the person said', async () => {
    const filePath = join(folder, 'my-report.html');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    const files = [report('report.html', '<p>é')];
    expect(await dialogs['host.saveFiles']({ files })).toEqual({ saved: true, paths: [filePath] });
    expect(readFileSync(filePath, 'utf8')).toBe('<p>é');
  });

  it('suggests a name that leads nowhere else', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    const suggested = async (fileName: string) => {
      await dialogs['host.saveFiles']({ files: [report(fileName)] });
      const [options] = dialog.showSaveDialog.mock.lastCall as [{ defaultPath: string }];
      return options.defaultPath;
    };
    expect(await suggested('../../.bashrc')).toBe('-..-.bashrc');
    expect(await suggested('C:\\a|b\u0000.csv')).toBe('C--a-b-.csv');
    expect(await suggested('..')).toBe('stratbox-report');
  });

  it('writes several into one folder and asks before it replaces', async () => {
    writeFileSync(join(folder, 'trades.csv'), 'old');
    const files = [report('trades.csv', 'new'), report('equity.csv')];
    const paths = files.map(({ fileName }) => join(folder, fileName));

    chosen(folder);
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    expect(await dialogs['host.saveFiles']({ files })).toEqual({ saved: false, paths: [] });
    expect(existsSync(join(folder, 'equity.csv'))).toBe(false);

    chosen(folder);
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    expect(await dialogs['host.saveFiles']({ files })).toEqual({ saved: true, paths });
    expect(readFileSync(join(folder, 'trades.csv'), 'utf8')).toBe('new');
  });

  it('says why a file cannot be written', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: folder });
    await expect(dialogs['host.saveFiles']({ files: [report('a.csv')] })).rejects.toMatchObject({
      code: 'bad-input',
      hint: 'Choose another folder, or free some space.',
    });
  });
});
