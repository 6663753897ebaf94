import type { StrategyDocument } from '../../../shared/contract/models/workspace.ts';
import { asAppError, call } from '../../api.ts';
import { showError } from '../../ui/toast.ts';
import { isRefused, useConflictStore } from './conflict-store.ts';
import { documentOf, isDirty, rebased, reloaded } from './editor-state.ts';
import { useEditorStore } from './editor-store.ts';
import { flushDrafts, keepDraft } from './keep-drafts.ts';
import { noteRevision } from './strategy-writes.ts';

/** Shows what the other window made of the strategy; the editor's undo brings this window's text back. */
export async function takeTheirs(id: string): Promise<void> {
  await withTheirs(id, (theirs) => useEditorStore.setState((state) => reloaded(state, theirs)));
}

/** Saves this window's text as a new strategy and leaves the other window's alone. */
export async function keepAsCopy(id: string): Promise<void> {
  const mine = documentOf(useEditorStore.getState(), id);
  if (!mine) return;
  const { language, text } = mine;
  const name = `${mine.name} (mine)`.slice(0, 120);
  try {
    const copy = await call('strategy.save', { name, language, source: text });
    await takeTheirs(id);
    await useEditorStore.getState().open(copy.id);
  } catch (error) {
    showError(asAppError(error));
  }
}

/** Puts this window's text in the place of the other's, as a person has decided. */
export async function overwriteTheirs(id: string): Promise<void> {
  const wanted = useConflictStore.getState().refused[id];
  await withTheirs(id, (theirs) => {
    useEditorStore.setState((state) => rebased(state, theirs));
    const mine = documentOf(useEditorStore.getState(), id);
    if (wanted === 'save') return useEditorStore.getState().save(id);
    if (mine) keepDraft(id, isDirty(mine) ? mine.text : null);
    flushDrafts();
    return undefined;
  });
}

/** Strategies that are open without edits follow what other windows save. */
export async function followOthers(): Promise<void> {
  const clean = useEditorStore.getState().documents.filter(({ id }) => isUntouched(id));
  await Promise.all(
    clean.map(async ({ id, text }) => {
      const theirs = await call('strategy.read', { id }).catch(() => null);
      // Deleted meanwhile, or edited here while it was read: saving will tell.
      if (!theirs || !isUntouched(id) || documentOf(useEditorStore.getState(), id)?.text !== text)
        return;
      noteRevision(theirs);
      useEditorStore.setState((state) => reloaded(state, theirs));
    }),
  );
}

function isUntouched(id: string): boolean {
  const document = documentOf(useEditorStore.getState(), id);
  return document !== undefined && !isDirty(document) && !isRefused(id);
}

async function withTheirs(
  id: string,
  act: (theirs: StrategyDocument) => void | Promise<void>,
): Promise<void> {
  try {
    const theirs = await call('strategy.read', { id });
    noteRevision(theirs);
    useConflictStore.getState().settle(id);
    await act(theirs);
  } catch (error) {
    showError(asAppError(error));
  }
}
