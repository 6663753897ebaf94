import { dialog, type BrowserWindow } from 'electron';
import type { ImageFileDialogs } from '../app/handlers/image.ts';

const filters = [
  { name: 'Sandbox images', extensions: ['tar'] },
  { name: 'All files', extensions: ['*'] },
];

/** The system's own dialogs for the sandbox image's file: the page never names a path. */
export function createImageFileDialogs(
  currentWindow: () => BrowserWindow | undefined,
): ImageFileDialogs {
  return {
    async chooseTarget(suggestedName) {
      const options = { title: 'Save Sandbox Image', defaultPath: suggestedName, filters };
      const window = currentWindow();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? undefined : filePath;
    },
    async chooseSource() {
      const options = { title: 'Load Sandbox Image', filters, properties: ['openFile' as const] };
      const window = currentWindow();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return canceled ? undefined : filePaths[0];
    },
  };
}
