import { call } from '../../api.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { demandText } from './demand-text.ts';

export interface PickedFile {
  readonly fileName: string;
  readonly content: string;
}

type Purpose = 'data' | 'strategy';

const endings: Record<Purpose, string> = {
  data: '.csv,.txt,.tsv,text/csv',
  strategy: '.js,.mjs,.py,text/javascript',
};

/** The largest text each purpose's call takes, in bytes of the file. */
const largest: Record<Purpose, number> = { data: 64_000_000, strategy: 1_000_000 };

/** Lets a person choose a text file: with the system's dialog in the desktop, the browser's elsewhere. */
export async function pickFile(purpose: Purpose): Promise<PickedFile | null> {
  const { host } = await call('app.info', {});
  const file =
    host === 'desktop'
      ? (await call('host.openFile', { purpose })).file
      : await pickInBrowser(purpose);
  if (file) demandText(file.fileName, file.content);
  return file;
}

function pickInBrowser(purpose: Purpose): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = endings[purpose];
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) return resolve(null);
      if (file.size > largest[purpose]) return reject(tooLarge(file, largest[purpose]));
      file.text().then((content) => resolve({ fileName: file.name, content }), reject);
    });
    input.click();
  });
}

function tooLarge({ name, size }: File, limit: number): AppError {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
  return new AppError(
    'too-large',
    `${name} is ${megabytes(size)}; at most ${megabytes(limit)} can be taken.`,
    'Choose a smaller file, or cut it into parts.',
  );
}
