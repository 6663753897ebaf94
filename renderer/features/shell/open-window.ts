import { asAppError } from '../../api.ts';
import { showError, showNotice } from '../../ui/toast.ts';
import { activeDocument, isDirty } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { keepDraft } from '../editor/keep-drafts.ts';
import { followOthers } from '../editor/resolve-conflict.ts';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import { useHistoryStore } from '../history/history-store.ts';
import { usePolicyStore } from '../policy/policy-store.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { useSandboxStore } from '../sandbox/sandbox-store.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { appInfo } from './app-info.ts';

/** Loads what the window shows: the choices first, then the lists, and the tabs that were open. */
export async function openWindow(): Promise<void> {
  await useSettingsStore.getState().load();
  void tellOfRecovery();
  void useSandboxStore.getState().refresh();
  void usePolicyStore.getState().load();
  await useExplorerStore.getState().load();
  const { strategies } = useExplorerStore.getState();
  const { openStrategyId, openStrategyIds } = useSettingsStore.getState().preferences;
  const isKnown = (id: string | null) => strategies.some((strategy) => strategy.id === id);
  const tabs = openStrategyIds.filter(isKnown);
  try {
    const wanted = isKnown(openStrategyId) ? openStrategyId : tabs[0];
    const id = wanted ?? (await appInfo()).examplesFirst;
    await useEditorStore.getState().restore(tabs.includes(id) ? tabs : [...tabs, id], id);
  } catch (error) {
    showError(asAppError(error));
  }
}

/** An empty history with no word about it would look like a loss. */
async function tellOfRecovery(): Promise<void> {
  try {
    const { recoveredFrom } = await appInfo();
    if (recoveredFrom === undefined) return;
    showNotice(
      'The database was damaged, so a new one was started.',
      `The damaged file is kept: ${recoveredFrom}`,
    );
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
  void usePolicyStore.getState().load();
  void followOthers();
  void useExplorerStore.getState().load();
  void useHistoryStore.getState().load();
  void useSandboxStore.getState().refresh();
}
