import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import type { CallArguments, CallOutput } from '../../shared/contract/calls.ts';
import type { ReportFile } from '../../shared/contract/models/report.ts';
import { readTextFile } from '../app/datasets/read-text-file.ts';
import type { Handlers } from '../app/dispatch.ts';

type Purpose = CallArguments<'host.openFile'>['purpose'];
type Saved = CallOutput<'host.saveFiles'>;
type CurrentWindow = () => BrowserWindow | undefined;

const everyFile = { name: 'All files', extensions: ['*'] };
/** What the contract takes of each kind; a larger file is refused before it is read. */
const purposes = {
  data: {
    title: 'Import Data',
    maximumBytes: 64_000_000,
    filters: [{ name: 'Market data', extensions: ['csv', 'tsv', 'txt'] }, everyFile],
  },
  strategy: {
    title: 'Open Strategy',
    maximumBytes: 1_000_000,
    filters: [{ name: 'Strategies', extensions: ['js', 'mjs', 'py'] }, everyFile],
  },
} satisfies Record<Purpose, OpenDialogOptions & { maximumBytes: number }>;

/**
 * The system's own dialogs. The page never names a path: it gets the content of what a person chose,
 * and what it saves goes where a person said.
 */
export function createDialogs(
  currentWindow: CurrentWindow,
): Pick<Handlers, 'host.openFile' | 'host.saveFiles'> {
  return {
    async 'host.openFile'({ purpose }) {
      const { maximumBytes, ...options } = purposes[purpose];
      const path = await choosePath(currentWindow, { ...options, properties: ['openFile'] });
      return { file: path === undefined ? null : readChosen(path, maximumBytes) };
    },
    async 'host.saveFiles'({ files }) {
      const [first, ...others] = files;
      if (first === undefined) return { saved: false, paths: [] };
      return others.length === 0 ? saveOne(currentWindow, first) : saveAll(currentWindow, files);
    },
  };
}

async function choosePath(currentWindow: CurrentWindow, options: OpenDialogOptions) {
  const window = currentWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? undefined : filePaths[0];
}

function readChosen(path: string, maximumBytes: number): { fileName: string; content: string } {
  const fileName = basename(path);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maximumBytes) {
    const [has, limit] = [size, maximumBytes].map((bytes) => Math.ceil(bytes / 1e6));
    throw new AppError(
      'too-large',
      `"${fileName}" has ${has} MB; at most ${limit} MB can be opened here.`,
      'Split the file into smaller ones.',
    );
  }
  return { fileName, content: readTextFile(path) };
}

async function saveOne(currentWindow: CurrentWindow, file: ReportFile): Promise<Saved> {
  const name = harmlessName(file.fileName);
  const extension = extname(name).slice(1);
  const options = {
    title: 'Save',
    defaultPath: name,
    filters: extension === '' ? [everyFile] : [{ name: extension, extensions: [extension] }],
  };
  const window = currentWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || filePath === '') return { saved: false, paths: [] };
  writeChosen(filePath, file.content);
  return { saved: true, paths: [filePath] };
}

async function saveAll(currentWindow: CurrentWindow, files: ReportFile[]): Promise<Saved> {
  const folder = await choosePath(currentWindow, {
    title: `Choose a Folder for ${files.length} Files`,
    buttonLabel: 'Save Here',
    properties: ['openDirectory', 'createDirectory'],
  });
  if (folder === undefined) return { saved: false, paths: [] };
  const paths = files.map(({ fileName }) => join(folder, harmlessName(fileName)));
  if (!(await mayReplace(paths.filter((path) => existsSync(path))))) {
    return { saved: false, paths: [] };
  }
  files.forEach(({ content }, index) => writeChosen(paths[index] ?? '', content));
  return { saved: true, paths };
}

/** A folder dialog, unlike a save dialog, does not ask about files that are there already. */
async function mayReplace(existing: readonly string[]): Promise<boolean> {
  if (existing.length === 0) return true;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: `Replace ${existing.map((path) => `"${basename(path)}"`).join(', ')}?`,
    detail: 'The folder has files of these names already.',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** A name the page suggests, as one that stays in the chosen folder on every system. */
function harmlessName(fileName: string): string {
  const name = fileName
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, '-')
    .replace(/^\.+/, '')
    .slice(0, 120);
  return name === '' ? 'stratbox-report' : name;
}

function writeChosen(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new AppError(
      'bad-input',
      `"${path}" cannot be written: ${(error as Error).message}.`,
      'Choose another folder, or free some space.',
    );
  }
}
