import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { asAppError, call } from '../../api.ts';
import { showDone, showError, showNotice } from '../../ui/toast.ts';
import { activeDocument } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import { parametersOf, useParameterStore } from '../run/parameter-store.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { settingsOfRun } from './settings-of-run.ts';

/** Shows the code exactly as it ran: the open strategy that still has it, or else a new one. */
export async function openCodeOfRun(runId: string): Promise<void> {
  const record = await readRun(runId);
  if (!record) return;
  const { source, summary } = record;
  const { documents, activate, create } = useEditorStore.getState();
  const same = documents.find(({ text }) => text === source);
  if (same) {
    activate(same.id);
    showNotice('This is the code as it ran.', `“${same.name}” has not changed since.`);
    return;
  }
  const date = new Date(summary.startedAt).toISOString().slice(0, 10);
  const name = `${summary.name.slice(0, 90)} (run of ${date})`;
  await create(name, source, summary.language);
}

/** Chooses the run's data, settings and parameters for the next run. */
export async function takeSettingsOfRun(runId: string): Promise<void> {
  const record = await readRun(runId);
  if (!record) return;
  const { changes, missing } = settingsOfRun(record.manifest, useExplorerStore.getState());
  const settings = useSettingsStore.getState();
  settings.resetRunSettings();
  settings.update(changes);
  takeParameters(record);
  const said = 'The next run uses the settings of this run.';
  if (missing.length === 0) showDone(said);
  else showNotice(said, `Not there any more and left out: ${missing.join(', ')}.`);
}

/** The shown strategy takes the run's values of those parameters that it declares. */
function takeParameters({ manifest }: RunRecord): void {
  const document = activeDocument(useEditorStore.getState());
  if (!document) return;
  const store = useParameterStore.getState();
  store.reset(document.id);
  for (const { name } of parametersOf(store, document.id).parameters) {
    const value = manifest.parameters[name];
    if (value !== undefined) store.type(document.id, name, String(value));
  }
}

async function readRun(runId: string): Promise<RunRecord | null> {
  try {
    return await call('history.read', { runId });
  } catch (error) {
    showError(asAppError(error));
    return null;
  }
}
