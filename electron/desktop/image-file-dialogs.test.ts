import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createImageFileDialogs } from './image-file-dialogs.ts';
import { dialog, resetFakeElectron } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));
beforeEach(resetFakeElectron);

const dialogs = createImageFileDialogs(() => undefined);

describe('the dialogs for an image’s file', () => {
  it('suggest a name and give the path that a person chose', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: '/stick/image.tar' });
    expect(await dialogs.chooseTarget('stratbox-image-cafe.tar')).toBe('/stick/image.tar');
    expect(dialog.showSaveDialog.mock.lastCall?.[0]).toMatchObject({
      defaultPath: 'stratbox-image-cafe.tar',
    });
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/stick/a.tar'] });
    expect(await dialogs.chooseSource()).toBe('/stick/a.tar');
  });

  it('give nothing when they were cancelled', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
    expect(await dialogs.chooseTarget('x.tar')).toBeUndefined();
    expect(await dialogs.chooseSource()).toBeUndefined();
  });
});
