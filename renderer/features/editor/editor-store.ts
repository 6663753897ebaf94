import { create } from 'zustand';
import type { StrategyDocument } from '../../../shared/contract/models/workspace.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { asAppError, call } from '../../api.ts';
import { showDone, showError } from '../../ui/toast.ts';
import { isRefused, useConflictStore } from './conflict-store.ts';
import { flushDrafts, keepDraft } from './keep-drafts.ts';
import { noteRevision, write } from './strategy-writes.ts';
import {
  activated,
  activeDocument,
  closed,
  documentOf,
  edited,
  initialEditorState,
  isDirty,
  opened,
  renamed,
  saved,
  type CursorPosition,
  type EditorState,
} from './editor-state.ts';

interface EditorStore extends EditorState {
  /** The document whose name is asked for before its text is saved as a new strategy. */
  readonly namingId: string | null;
  readonly open: (id: string) => Promise<void>;
  /** Brings back the tabs of an earlier time, without those that are not there any more. */
  readonly restore: (ids: readonly string[], activeId: string) => Promise<void>;
  readonly activate: (id: string) => void;
  readonly close: (id: string) => void;
  readonly edit: (id: string, text: string) => void;
  readonly moveCursor: (cursor: CursorPosition) => void;
  /** Saves the shown strategy, or this one; an example is saved under a new name instead. */
  readonly save: (id?: string) => Promise<void>;
  readonly askForName: () => void;
  readonly stopAsking: () => void;
  readonly saveAs: (name: string) => Promise<void>;
  readonly create: (name: string, source: string, language: Language) => Promise<void>;
  /** Goes back to the saved text; the editor's own undo brings the edits back. */
  readonly discardEdits: () => void;
  readonly rename: (id: string, name: string) => Promise<void>;
}

export const useEditorStore = create<EditorStore>()((set, get) => {
  const show = (read: StrategyDocument) => {
    if (!documentOf(get(), read.id)) noteRevision(read);
    set((state) => opened(state, read));
  };

  /** Runs one change against the app; what goes wrong is said, and null is returned. */
  const attempt = async <Value>(change: () => Promise<Value>): Promise<Value | null> => {
    set({ saving: true });
    try {
      return await change();
    } catch (error) {
      showError(asAppError(error));
      return null;
    } finally {
      set({ saving: false });
    }
  };

  return {
    ...initialEditorState,
    namingId: null,

    async open(id) {
      if (documentOf(get(), id)) return get().activate(id);
      set({ openingId: id });
      try {
        const read = await call('strategy.read', { id });
        // Another one may have been chosen while this one was read.
        if (get().openingId === id) show(read);
      } catch (error) {
        set({ openingId: null });
        showError(asAppError(error));
      }
    },

    async restore(ids, activeId) {
      set({ openingId: activeId });
      // One that cannot be read is not opened; choosing it in the explorer says why.
      const reads = await Promise.all(
        ids.map((id) => call('strategy.read', { id }).catch(() => null)),
      );
      const found = reads.filter((read) => read !== null);
      for (const read of found) if (!documentOf(get(), read.id)) noteRevision(read);
      set((state) => activated(found.reduce(opened, { ...state, openingId: null }), activeId));
    },

    activate: (id) => set((state) => activated(state, id)),
    close: (id) => set((state) => closed(state, id)),
    moveCursor: (cursor) => set({ cursor }),

    edit(id, text) {
      const document = documentOf(get(), id);
      if (!document || document.text === text) return;
      set((state) => edited(state, id, text));
      keepDraft(id, text === document.savedText ? null : text);
    },

    async save(wantedId) {
      const document = documentOf(get(), wantedId ?? get().activeId);
      if (!document || get().saving) return;
      if (document.kind === 'example') return get().askForName();
      if (!isDirty(document)) return;
      const { id, name, language, text } = document;
      if (isRefused(id)) return useConflictStore.getState().raise(id, 'save');
      flushDrafts();
      const result = await attempt(() =>
        write({
          id,
          text,
          send: (revision) =>
            call('strategy.save', {
              id,
              name,
              language,
              source: text,
              ...(revision && { revision }),
            }),
        }).catch((error: unknown) => {
          if (asAppError(error).code !== 'conflict') throw error;
          useConflictStore.getState().raise(id, 'save');
          return null;
        }),
      );
      if (result) set((state) => saved(state, id, text));
    },

    askForName: () => set(({ activeId }) => ({ namingId: activeId })),
    stopAsking: () => set({ namingId: null }),

    async saveAs(name) {
      const document = documentOf(get(), get().namingId);
      if (!document) return;
      const { id, language, text, savedText, kind } = document;
      const result = await attempt(() => call('strategy.save', { name, language, source: text }));
      if (!result) return;
      set({ namingId: null });
      show(result);
      // The edits now live in the copy: the example is as it came again.
      if (kind === 'example' && text !== savedText) {
        keepDraft(id, null);
        set((state) => closed(state, id));
      }
      showDone(`Saved as “${result.name}”.`);
    },

    async create(name, source, language) {
      const result = await attempt(() => call('strategy.save', { name, language, source }));
      if (result) show(result);
    },

    discardEdits() {
      const document = activeDocument(get());
      if (!document || !isDirty(document)) return;
      const { id, text, savedText } = document;
      get().edit(id, savedText);
      showDone('The edits were discarded.', {
        label: 'Undo',
        onClick: () => get().edit(id, text),
      });
    },

    async rename(id, name) {
      const result = await attempt(() => call('strategy.rename', { id, name }));
      if (result) set((state) => renamed(state, id, result.name));
    },
  };
});

/** Reads the shown document inside a component. */
export function useActiveDocument() {
  return useEditorStore(activeDocument);
}
