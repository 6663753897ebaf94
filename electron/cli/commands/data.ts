import { readTextFile } from '../../app/datasets/read-text-file.ts';
import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions, usageError } from '../options.ts';
import { jsonText, printable, table, type Terminal } from '../terminal.ts';

/** `data list | import PATH`: the market data that runs can use. */
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
        one.interval,
        `${one.barCount} bars`,
        `${date(one.firstTime)} to ${date(one.lastTime)}`,
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
              : `Added ${added.name} as "${added.id}": ${added.barCount} bars, ${added.interval}.`,
          ),
    );
    return exitCodes.done;
  });
}
