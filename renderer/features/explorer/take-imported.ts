import { maximumTables } from '../../../shared/contract/models/run.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { showDone, showNotice } from '../../ui/toast.ts';
import { formatCount } from '../results/format/format-number.ts';
import { useSettingsStore } from '../settings/settings-store.ts';

/** What was just imported is what one wants to work with: bars are chosen, a table is given to runs. */
export function takeImported(dataset: Dataset, known: Dataset | undefined): void {
  if (dataset.kind === 'table') takeTable(dataset, known);
  else takeBars(dataset, known);
}

function takeBars({ id, name, barCount }: Dataset, known: Dataset | undefined): void {
  useSettingsStore.getState().update({ datasetId: id, from: '', to: '' });
  showDone(
    known
      ? `The same data are there already as “${known.name}”; they are chosen now.`
      : `“${name}” was added: ${formatCount(barCount, 'bar')}.`,
  );
}

function takeTable({ id, name, barCount, columns }: Dataset, known: Dataset | undefined): void {
  const said = known
    ? `The same table is there already as “${known.name}”.`
    : `The table “${name}” was added: ${formatCount(barCount, 'row')}, ${formatCount(columns.length, 'column')}.`;
  if (giveTable(id)) showDone(`${said} A script reads it with load(${JSON.stringify(name)}).`);
  else showNotice(said, tooManyTables);
}

export const tooManyTables = `A run is given at most ${maximumTables} tables. Untick one under Run settings › Data first.`;

/** Gives a table to the runs that follow; false if they are given as many as can be. */
export function giveTable(id: string): boolean {
  const { preferences, choose } = useSettingsStore.getState();
  const { tableIds } = preferences;
  if (tableIds.includes(id)) return true;
  if (tableIds.length >= maximumTables) return false;
  choose('tableIds', { tableIds: [...tableIds, id] });
  return true;
}

/** Gives a table to the runs that follow, or takes it from them. */
export function toggleTable(id: string): void {
  const { preferences, choose } = useSettingsStore.getState();
  const { tableIds } = preferences;
  if (tableIds.includes(id)) {
    choose('tableIds', { tableIds: tableIds.filter((other) => other !== id) });
  } else if (!giveTable(id)) {
    showNotice('This table was not given to runs.', tooManyTables);
  }
}
