import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toast } from 'sonner';
import { connectTestApp } from '../../test-bridge.ts';
import { activeDocument, initialEditorState } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { defaultPreferences } from '../../../shared/contract/models/workspace.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { useExplorerStore } from './explorer-store.ts';
import { toggleTable } from './take-imported.ts';

/** The desktop's dialog, in which a person chooses this file. */
function choose(fileName: string, content: string) {
  return connectTestApp({
    'app.info': () => ({ host: 'desktop' }),
    'host.openFile': () => ({ file: { fileName, content } }),
    'strategy.save': (input: object) => ({ id: fileName, kind: 'saved', draft: null, ...input }),
    'catalog.list': () => [],
    'catalog.import': () => ({ id: 'x', name: 'X', barCount: 3 }),
  });
}
const shown = () => activeDocument(useEditorStore.getState());
const errors = vi.spyOn(toast, 'error');
beforeEach(() => {
  useEditorStore.setState({ ...initialEditorState });
  errors.mockClear();
});

describe('a data file from the window', () => {
  it('that brings nothing new is said to be there already', async () => {
    const done = vi.spyOn(toast, 'success');
    choose('x.csv', 'date,close');
    useExplorerStore.setState({ datasets: [] });
    await useExplorerStore.getState().importData();
    expect(done.mock.lastCall?.[0]).toContain('“X” was added');
    useExplorerStore.setState({ datasets: [{ id: 'x', name: 'X' } as never] });
    await useExplorerStore.getState().importData();
    expect(done.mock.lastCall?.[0]).toContain('there already as “X”');
  });
});

describe('a table from the window', () => {
  const table = { id: 't1', kind: 'table', name: 'trades', barCount: 1284, columns: [{}, {}] };
  const given = () => useSettingsStore.getState().preferences.tableIds;
  const done = vi.spyOn(toast, 'success');
  const notice = vi.spyOn(toast, 'message');
  const choosePreferences = (tableIds: string[]) =>
    useSettingsStore.setState({ preferences: { ...defaultPreferences, tableIds } });
  const importTable = async (known: boolean) => {
    connectTestApp({
      'app.info': () => ({ host: 'desktop' }),
      'host.openFile': () => ({ file: { fileName: 'trades.csv', content: 'time,profit' } }),
      'catalog.list': () => [{ id: 'sp500', kind: 'bars' }, table],
      'catalog.import': () => table,
    });
    useExplorerStore.setState({ datasets: [], tables: known ? [table as never] : [] });
    await useExplorerStore.getState().importData();
  };

  it('is no instrument, is given to the next runs, and one is told how to read it', async () => {
    choosePreferences([]);
    await importTable(false);
    expect(useExplorerStore.getState().datasets.map(({ id }) => id)).toEqual(['sp500']);
    expect(useExplorerStore.getState().tables.map(({ id }) => id)).toEqual(['t1']);
    expect(given()).toEqual(['t1']);
    expect(useSettingsStore.getState().preferences.datasetId).toBe(defaultPreferences.datasetId);
    expect(done.mock.lastCall?.[0]).toContain('“trades” was added: 1,284 rows, 2 columns.');
    expect(done.mock.lastCall?.[0]).toContain('load("trades")');
    await importTable(true);
    expect(given()).toEqual(['t1']);
    expect(done.mock.lastCall?.[0]).toContain('there already');
  });

  it('is given once more by a click, and taken from them by the next', () => {
    choosePreferences(['other']);
    toggleTable('t1');
    expect(given()).toEqual(['other', 't1']);
    toggleTable('t1');
    expect(given()).toEqual(['other']);
  });

  it('is not given beside as many as a run can have', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `t-${index}`);
    choosePreferences(many);
    await importTable(false);
    expect(given()).toEqual(many);
    expect(JSON.stringify(notice.mock.lastCall)).toContain('at most 20 tables');
  });

  it('that is removed is not given any more', async () => {
    choosePreferences(['t1', 'other']);
    connectTestApp({ 'catalog.remove': () => ({ ok: true }), 'catalog.list': () => [] });
    await useExplorerStore.getState().removeDataset(table as never);
    expect(given()).toEqual(['other']);
  });
});

describe('a strategy file from the window', () => {
  it.each([
    ['mine.js', 'mine', 'javascript'],
    ['Mine.PY', 'Mine', 'python'],
  ])('is taken as the language that its name says: %s', async (fileName, name, language) => {
    choose(fileName, 'text');
    await useExplorerStore.getState().openStrategyFile();
    expect(shown()).toMatchObject({ name, language, text: 'text' });
  });

  it.each(['\u0000\u0001', 'caf\ufffd'])('that is no text (%j) is refused', async (content) => {
    const { asked } = choose('logo.png', content);
    await useExplorerStore.getState().openStrategyFile();
    expect(asked.map(({ name }) => name)).not.toContain('strategy.save');
    expect(errors.mock.calls[0]?.[0]).toContain('not a text file');
  });
});
