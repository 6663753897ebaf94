import { describeValue, maximumLineLength } from './describe-value.ts';

/** The most a run may print, in characters; what comes after is counted, not kept. */
export const maximumLogLength = 1_048_576;

type Write = (level: string, text: string) => void;

const levels: Record<string, string> = {
  log: 'log',
  info: 'log',
  debug: 'log',
  warn: 'warn',
  error: 'error',
};

/** Gives the sandbox's global scope a console that writes lines to `write`, with the run's cap. */
export function installConsole(write: Write): void {
  let printed = 0;
  const print = (level: string, values: readonly unknown[]) => {
    if (printed > maximumLogLength) return;
    const line = values.map(describeValue).join(' ');
    const text =
      line.length > maximumLineLength ? `${line.slice(0, maximumLineLength)} … (truncated)` : line;
    printed += text.length + 1;
    if (printed > maximumLogLength) {
      write('warn', 'Output is truncated here: a run keeps at most 1 MiB of printed text.');
    } else {
      write(level, text);
    }
  };
  const entries = Object.entries(levels).map(([name, level]) => [
    name,
    (...values: unknown[]) => print(level, values),
  ]);
  Object.defineProperty(globalThis, 'console', {
    value: Object.freeze(Object.fromEntries(entries) as object),
    enumerable: false,
  });
}
