import { create } from 'zustand';
import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { Dataset, StrategySummary } from '../../../shared/contract/models/workspace.ts';
import { asAppError, call } from '../../api.ts';
import { showDone, showError } from '../../ui/toast.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { pickFile } from './pick-file.ts';
import { takeImported } from './take-imported.ts';

interface ExplorerStore {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: AppErrorShape | null;
  readonly strategies: readonly StrategySummary[];
  /** Bars of instruments. */
  readonly datasets: readonly Dataset[];
  /** All other data that a run can be given. */
  readonly tables: readonly Dataset[];
  readonly importing: boolean;
  /** The strategy whose name is being edited in the list. */
  readonly renamingId: string | null;
  readonly load: () => Promise<void>;
  readonly loadStrategies: () => Promise<void>;
  readonly loadDatasets: () => Promise<void>;
  readonly startRenaming: (id: string | null) => void;
  readonly removeStrategy: (strategy: StrategySummary) => Promise<void>;
  /** Asks for a CSV file, adds it to the data and chooses it, or gives it as a table, to the next run. */
  readonly importData: () => Promise<void>;
  readonly removeDataset: (dataset: Dataset) => Promise<void>;
  /** Asks for a source file and saves it as a new strategy. */
  readonly openStrategyFile: () => Promise<void>;
}

export const useExplorerStore = create<ExplorerStore>()((set, get) => ({
  status: 'loading',
  failure: null,
  strategies: [],
  datasets: [],
  tables: [],
  importing: false,
  renamingId: null,

  async load() {
    try {
      const [strategies, data] = await Promise.all([
        call('strategy.list', {}),
        call('catalog.list', {}),
      ]);
      set({ strategies, ...byKind(data), status: 'ready', failure: null });
    } catch (error) {
      set({ status: 'failed', failure: asAppError(error).toShape() });
    }
  },
  loadStrategies: () => quietly(async () => set({ strategies: await call('strategy.list', {}) })),
  loadDatasets: () => quietly(async () => set(byKind(await call('catalog.list', {})))),

  startRenaming: (renamingId) => set({ renamingId }),

  removeStrategy: ({ id, name }) =>
    quietly(async () => {
      await call('strategy.remove', { id });
      const wasOpen = useEditorStore.getState().activeId === id;
      useEditorStore.getState().close(id);
      await get().loadStrategies();
      const restore = () =>
        quietly(async () => {
          await call('strategy.restore', { id });
          await get().loadStrategies();
          if (wasOpen) await useEditorStore.getState().open(id);
        });
      showDone(`“${name}” was deleted.`, { label: 'Undo', onClick: () => void restore() });
    }),

  async importData() {
    if (get().importing) return;
    set({ importing: true });
    await quietly(async () => {
      const file = await pickFile('data');
      if (!file) return;
      const dataset = await call('catalog.import', file);
      const { datasets, tables } = get();
      const known = [...datasets, ...tables].find(({ id }) => id === dataset.id);
      await get().loadDatasets();
      takeImported(dataset, known);
    });
    set({ importing: false });
  },

  removeDataset: ({ id, name }) =>
    quietly(async () => {
      await call('catalog.remove', { id });
      await get().loadDatasets();
      const { preferences, update, choose } = useSettingsStore.getState();
      const first = get().datasets[0];
      if (preferences.datasetId === id && first) update({ datasetId: first.id });
      const tableIds = preferences.tableIds.filter((tableId) => tableId !== id);
      if (tableIds.length < preferences.tableIds.length) choose('tableIds', { tableIds });
      showDone(`“${name}” was removed.`);
    }),

  openStrategyFile: () =>
    quietly(async () => {
      const file = await pickFile('strategy');
      if (!file) return;
      const name = file.fileName.replace(/\.[^.]+$/, '').slice(0, 120) || 'Strategy';
      const isPython = /\.py$/i.test(file.fileName);
      await useEditorStore
        .getState()
        .create(name, file.content, isPython ? 'python' : 'javascript');
    }),
}));

async function quietly(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    showError(asAppError(error));
  }
}

function byKind(data: readonly Dataset[]): Pick<ExplorerStore, 'datasets' | 'tables'> {
  return {
    datasets: data.filter(({ kind }) => kind !== 'table'),
    tables: data.filter(({ kind }) => kind === 'table'),
  };
}

export function selectedDataset(
  { datasets }: Pick<ExplorerStore, 'datasets'>,
  datasetId: string,
): Dataset | undefined {
  return datasets.find(({ id }) => id === datasetId);
}
