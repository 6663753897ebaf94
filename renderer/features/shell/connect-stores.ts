import { onEvent } from '../../api.ts';
import { activeDocument } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { followOthers } from '../editor/resolve-conflict.ts';
import { flushDrafts } from '../editor/keep-drafts.ts';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import { runCommand } from '../palette/commands.ts';
import { usePolicyStore } from '../policy/policy-store.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { useParameterStore } from '../run/parameter-store.ts';
import { followConnection } from '../status/follow-connection.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { refreshWindow } from './open-window.ts';

/**
 * What one feature does because of another, in one place: the shown text is judged and its
 * parameters are read, the open strategies are remembered, the lists follow the app's events.
 */
export function connectStores(): void {
  useEditorStore.subscribe((state, previous) => {
    const document = activeDocument(state);
    if (!document) return;
    const before = activeDocument(previous);
    if (before?.id === document.id && before.text === document.text) return;
    useProblemsStore.getState().check(document);
    useParameterStore.getState().read(document);
  });
  useEditorStore.subscribe(({ activeId }, previous) => {
    if (activeId === previous.activeId || activeId === null) return;
    useSettingsStore.getState().update({ openStrategyId: activeId });
  });
  useEditorStore.subscribe(({ documents }, previous) => {
    const ids = (open: readonly { readonly id: string }[]) => open.map(({ id }) => id);
    if (ids(documents).join() === ids(previous.documents).join()) return;
    useSettingsStore.getState().update({ openStrategyIds: ids(documents).slice(0, 100) });
  });
  useEditorStore.subscribe(({ documents }, previous) => {
    if (documents.length >= previous.documents.length) return;
    // The list says which closed strategies have unsaved edits; the last ones are sent first.
    flushDrafts();
    void useExplorerStore.getState().loadStrategies();
  });
  onEvent('strategies.changed', () => {
    void useExplorerStore.getState().loadStrategies();
    void followOthers();
  });
  const judgeAgain = () => {
    const shown = activeDocument(useEditorStore.getState());
    if (shown) useProblemsStore.getState().check(shown);
  };
  onEvent('policy.changed', () => {
    void usePolicyStore.getState().load();
    judgeAgain();
  });
  onEvent('reviews.changed', judgeAgain);
  followConnection(refreshWindow);
  onEvent('catalog.changed', () => void useExplorerStore.getState().loadDatasets());
  onEvent('menu.commandChosen', ({ command }) => runCommand(command));
}
