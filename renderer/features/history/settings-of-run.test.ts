import { describe, expect, it } from 'vitest';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { settingsOfRun } from './settings-of-run.ts';

const { manifest } = testRecord();
const dataset = {
  id: manifest.datasetId,
  firstTime: Date.parse(manifest.from),
  lastTime: Date.parse('2030-01-01'),
} as Dataset;
const table = { id: 'trades-1', kind: 'table', name: 'trades' } as Dataset;
const catalog = { datasets: [dataset], tables: [table] };

describe('settingsOfRun', () => {
  it('chooses what the run had, and leaves an end of the data open', () => {
    const settings = { ...manifest.settings, initialCash: 5000 };
    const { changes, missing } = settingsOfRun({ ...manifest, settings, trials: 7 }, catalog);
    expect(missing).toEqual([]);
    expect(changes).toMatchObject({
      datasetId: manifest.datasetId,
      settings: { initialCash: 5000 },
      trials: 7,
      from: '',
      to: manifest.to,
    });
  });

  it('never chooses a network along with the rest', () => {
    const limits = { ...manifest.limits, memoryMegabytes: 300, network: 'bridge' as const };
    expect(settingsOfRun({ ...manifest, limits }, catalog).changes.limits).toEqual({
      ...{ ...limits, network: 'none' },
    });
  });

  it('leaves out data that are not there any more, and names them', () => {
    const more = { id: 'gone', name: 'Gone', symbol: 'G', hash: '' };
    const { changes, missing } = settingsOfRun({ ...manifest, moreDatasets: [more] }, catalog);
    expect(changes.moreDatasetIds).toEqual([]);
    expect(missing).toEqual(['Gone']);
    const tables = [
      { id: 'trades-1', name: 'trades', hash: '' },
      { id: 'balances-1', name: 'balances', hash: '' },
    ];
    const given = settingsOfRun({ ...manifest, tables }, catalog);
    expect(given.changes.tableIds).toEqual(['trades-1']);
    expect(given.missing).toEqual(['balances']);
    expect(settingsOfRun(manifest, { datasets: [], tables: [] }).changes).not.toHaveProperty(
      'datasetId',
    );
  });
});
