import { create } from 'zustand';
import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { Dataset, StrategySummary } from '../../../shared/contract/models/workspace.ts';
import { asAppError, call } from '../../api.ts';
import { showDone, showError } from '../../ui/toast.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { pickFile } from './pick-file.ts';

interface ExplorerStore {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: AppErrorShape | null;
  readonly strategies: readonly StrategySummary[];
  readonly datasets: readonly Dataset[];
  readonly importing: boolean;
  /** The strategy whose name is being edited in the list. */
  readonly renamingId: string | null;
  readonly load: () => Promise<void>;
  readonly loadStrategies: () => Promise<void>;
  readonly loadDatasets: () => Promise<void>;
  readonly startRenaming: (id: string | null) => void;
  readonly removeStrategy: (strategy: StrategySummary) => Promise<void>;
  /** Asks for a CSV file, adds it to the data and chooses it for the next run. */
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
  importing: false,
  renamingId: null,

  async load() {
    try {
      const [strategies, datasets] = await Promise.all([
        call('strategy.list', {}),
        call('catalog.list', {}),
      ]);
      set({ strategies, datasets, status: 'ready', failure: null });
    } catch (error) {
      set({ status: 'failed', failure: asAppError(error).toShape() });
    }
  },
  loadStrategies: () => quietly(async () => set({ strategies: await call('strategy.list', {}) })),
  loadDatasets: () => quietly(async () => set({ datasets: await call('catalog.list', {}) })),

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
      const known = get().datasets.find(({ id }) => id === dataset.id);
      await get().loadDatasets();
      useSettingsStore.getState().update({ datasetId: dataset.id, from: '', to: '' });
      showDone(
        known
          ? `The same data are there already as “${known.name}”; they are chosen now.`
          : `“${dataset.name}” was added: ${dataset.barCount.toLocaleString('en-US')} bars.`,
      );
    });
    set({ importing: false });
  },

  removeDataset: ({ id, name }) =>
    quietly(async () => {
      await call('catalog.remove', { id });
      await get().loadDatasets();
      const { preferences, update } = useSettingsStore.getState();
      const first = get().datasets[0];
      if (preferences.datasetId === id && first) update({ datasetId: first.id });
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

export function selectedDataset(
  { datasets }: Pick<ExplorerStore, 'datasets'>,
  datasetId: string,
): Dataset | undefined {
  return datasets.find(({ id }) => id === datasetId);
}
