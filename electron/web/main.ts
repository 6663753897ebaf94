import { fileURLToPath } from 'node:url';
import { AppError } from '../../shared/contract/errors.ts';
import { runWebHost } from './run-web-host.ts';

// From a checkout whose window is built; `npm start -- --web` builds it first.
try {
  await runWebHost({ pages: fileURLToPath(new URL('../../out/renderer', import.meta.url)) });
} catch (error) {
  const text = error instanceof AppError ? `${error.message} ${error.hint}` : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}
