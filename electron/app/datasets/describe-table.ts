import type { Table } from '../../../shared/bars/table.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import type { ImportedTable } from '../../../shared/importers/importer.ts';
import { hashTable } from './hash-columns.ts';

/**
 * Describes a freshly imported table; `bytes` are those it is stored as, `origin` says in words where it
 * came from.
 */
export function describeTable(
  { table, warnings }: ImportedTable,
  bytes: Uint8Array,
  { id, name, origin }: Pick<Dataset, 'id' | 'name' | 'origin'>,
): Dataset {
  const columns = table.columns.map((column) => ({ name: column.name, kind: column.kind }));
  return {
    kind: 'table',
    id,
    name,
    symbol: '',
    origin,
    interval: '',
    barCount: table.rowCount,
    ...timesOf(table),
    hash: hashTable(columns, bytes),
    columns,
    builtIn: false,
    hasAdjusted: false,
    warnings: [...warnings],
  };
}

/** From the earliest to the latest moment of the first column of times; rows may be in any order. */
function timesOf({ columns }: Table): Pick<Dataset, 'firstTime' | 'lastTime'> {
  let [firstTime, lastTime] = [Infinity, -Infinity];
  for (const time of columns.find(({ kind }) => kind === 'time')?.values ?? []) {
    if (typeof time !== 'number' || Number.isNaN(time)) continue;
    firstTime = Math.min(firstTime, time);
    lastTime = Math.max(lastTime, time);
  }
  return lastTime === -Infinity ? { firstTime: 0, lastTime: 0 } : { firstTime, lastTime };
}
