import { createInterface } from 'node:readline';
import { AppError } from '../../shared/contract/errors.ts';
import { createApp } from '../app/services.ts';
import { startWebServer, type WebServer } from './server.ts';

interface Options {
  /** The folder of the built window. */
  readonly pages: string;
  /** What else to do with the address, such as opening it. */
  readonly onOpen?: (link: string) => void;
}

/**
 * The workbench for browsers on this machine, until a signal ends it: the first one closes the app
 * and with it every container, a second one ends the process at once. The port is any free one, or
 * STRATBOX_PORT. @throws {AppError} when it cannot listen.
 */
export async function runWebHost({ pages, onOpen }: Options): Promise<void> {
  const port = readPort(process.env['STRATBOX_PORT']);
  const app = await createApp({ host: 'web' });
  let server: WebServer;
  try {
    server = await startWebServer({ app, pages, port });
  } catch (error) {
    await app.close();
    throw cannotListen(port, error);
  }
  closeOnSignal(async () => {
    await server.close();
    await app.close();
  });

  const link = server.newLink();
  process.stdout.write(`Stratbox is open at ${link}\n`);
  onOpen?.(link);
  if (process.stdin.isTTY) {
    createInterface({ input: process.stdin }).on('line', () => {
      process.stdout.write(`A new link: ${server.newLink()}\n`);
    });
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new AppError('bad-input', `STRATBOX_PORT is "${text}".`, 'Give a port from 1 to 65535.');
}

function cannotListen(port: number, error: unknown): AppError {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  return new AppError(
    'conflict',
    taken
      ? `Port ${port} is in use by another program.`
      : `Stratbox cannot listen on port ${port}: ${(error as Error).message}.`,
    'Choose another STRATBOX_PORT, or leave it unset for a free one.',
  );
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const stop = (signal: NodeJS.Signals) => {
    const byNumber = signal === 'SIGINT' ? 130 : 143;
    if (closing) process.exit(byNumber);
    closing = true;
    process.stderr.write('Closing Stratbox. A second signal ends it at once.\n');
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Closing failed: ${error instanceof Error ? error.message : ''}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}
