import { asAppError } from '../../api.ts';
import { showError } from '../../ui/toast.ts';
import { activeDocument, isDirty } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { keepDraft } from '../editor/keep-drafts.ts';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import { useHistoryStore } from '../history/history-store.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { useSandboxStore } from '../sandbox/sandbox-store.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { appInfo } from './app-info.ts';

/** Loads what the window shows: the choices first, then the lists, and the strategy that was open. */
export async function openWindow(): Promise<void> {
  await useSettingsStore.getState().load();
  void useSandboxStore.getState().refresh();
  await useExplorerStore.getState().load();
  const { strategies } = useExplorerStore.getState();
  const { openStrategyId } = useSettingsStore.getState().preferences;
  const known = strategies.some(({ id }) => id === openStrategyId);
  try {
    const id = known ? openStrategyId : (await appInfo()).examplesFirst;
    if (id) await useEditorStore.getState().open(id);
  } catch (error) {
    showError(asAppError(error));
  }
}

/** After a lost connection: whatever may have changed meanwhile, and the edits that could not be kept. */
export function refreshWindow(): void {
  const state = useEditorStore.getState();
  for (const document of state.documents) {
    if (isDirty(document)) keepDraft(document.id, document.text);
  }
  const shown = activeDocument(state);
  if (shown) useProblemsStore.getState().check(shown);
  void useExplorerStore.getState().load();
  void useHistoryStore.getState().load();
  void useSandboxStore.getState().refresh();
}
