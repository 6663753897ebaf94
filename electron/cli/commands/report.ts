import { existsSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { reportFormats, type ReportFile } from '../../../shared/contract/models/report.ts';
import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions, usageError } from '../options.ts';
import { findRunId } from '../find-run.ts';
import type { Terminal } from '../terminal.ts';

/** `report RUN|last --format html|csv|json --out PATH`: writes a kept run's report. */
export async function report(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, {
    format: { type: 'string', default: 'html' },
    out: { type: 'string' },
  });
  const [run] = positionals;
  const format = reportFormats.find((known) => known === values.format);
  if (run === undefined) throw usageError('report needs a run: its id, or "last".');
  if (format === undefined)
    throw usageError(`--format must be one of: ${reportFormats.join(', ')}.`);
  const { out } = values;
  if (out === undefined) throw usageError('report needs --out PATH.');
  return withApp(async (call) => {
    const runId = await findRunId(call, run);
    const { files } = await call('report.export', { runId, format });
    for (const [path, file] of pathsFor(out, files)) {
      write(path, file.content);
      terminal.say(`Wrote ${path}`);
    }
    return exitCodes.done;
  });
}

/** The first file gets the path as given; further ones (of a CSV report) say what they hold. */
function pathsFor(out: string, files: readonly ReportFile[]): [string, ReportFile][] {
  const extension = extname(out);
  const stem = out.slice(0, out.length - extension.length);
  return files.map((file, index) => {
    const part = /-(\w+)\.\w+$/.exec(file.fileName)?.[1] ?? String(index + 1);
    return [index === 0 ? out : `${stem}-${part}${extension}`, file];
  });
}

function write(path: string, content: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    throw new AppError('bad-input', `There is no folder ${folder}.`, 'Create it first.');
  }
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new AppError(
      'bad-input',
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      'Choose another place.',
    );
  }
}
