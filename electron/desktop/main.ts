import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createApp } from '../app/services.ts';
import { createDialogs } from './dialogs.ts';
import { createImageFileDialogs } from './image-file-dialogs.ts';
import { runDesktop } from './run-desktop.ts';

// A home of one's own, as tests have, is an instance of its own: Electron's files go there too.
const home = process.env['STRATBOX_HOME'];
if (home) {
  // Electron takes neither a relative path nor a folder that is not there.
  const userData = resolve(home, 'window');
  mkdirSync(userData, { recursive: true });
  app.setPath('userData', userData);
}

// This file runs as out/main/main.js, beside the preload and the window it was built with. Nothing
// is awaited here: Electron is not ready before this module has been evaluated to its end.
void runDesktop({
  openApp: (currentWindow) =>
    createApp({
      host: 'desktop',
      hostHandlers: createDialogs(currentWindow),
      imageFileDialogs: createImageFileDialogs(currentWindow),
    }),
  pages: join(import.meta.dirname, '..', 'renderer'),
  preload: join(import.meta.dirname, 'preload.cjs'),
});
