import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { readTextFile } from '../../app/datasets/read-text-file.ts';
import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions, usageError } from '../options.ts';
import { jsonText, printable, table, type Terminal } from '../terminal.ts';

/** `data list | import PATH`: the bars that runs can use, and the tables they can be given. */
export async function data(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
  const [action = 'list', path] = positionals;
  const json = values.json === true;
  return withApp(async (call, { catalog }) => {
    if (action === 'list') {
      const all = await call('catalog.list', {});
      const date = (time: number) => new Date(time).toISOString().slice(0, 10);
      const rows = all.map((one) => [
        one.id,
        one.name,
        one.kind === 'table' ? 'table' : one.interval,
        countOf(one),
        one.firstTime === one.lastTime && one.firstTime === 0
          ? ''
          : `${date(one.firstTime)} to ${date(one.lastTime)}`,
      ]);
      terminal.out(json ? jsonText(all) : printable(table(rows)));
      return exitCodes.done;
    }
    if (action !== 'import') throw usageError(`data has no "${action}"; use list or import.`);
    if (path === undefined) throw usageError('data import needs a path.');
    const known = new Set(catalog.list().map(({ id }) => id));
    const added = catalog.importFile({ fileName: path, content: readTextFile(path) });
    for (const warning of added.warnings) terminal.say(`Warning: ${printable(warning)}`);
    terminal.out(
      json
        ? jsonText(added)
        : printable(
            known.has(added.id)
              ? `The same data are there already: ${added.name}, "${added.id}".`
              : `Added ${added.name} as "${added.id}": ${contentOf(added)}.`,
          ),
    );
    return exitCodes.done;
  });
}

function countOf({ kind, barCount }: Dataset): string {
  const unit = kind === 'table' ? 'row' : 'bar';
  return `${barCount} ${unit}${barCount === 1 ? '' : 's'}`;
}

function contentOf(dataset: Dataset): string {
  const { kind, interval, columns } = dataset;
  if (kind === 'bars') return `${countOf(dataset)}, ${interval}`;
  const described = columns.map((column) => `${column.name} (${column.kind})`).join(', ');
  return `a table of ${countOf(dataset)} with ${described}`;
}
