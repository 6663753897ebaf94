import type { StrategyDocument } from '../../../shared/contract/models/workspace.ts';

/** A strategy that is open. Its text is dirty when it differs from what was last saved. */
export interface OpenDocument extends Pick<
  StrategyDocument,
  'id' | 'name' | 'language' | 'kind' | 'description'
> {
  readonly savedText: string;
  readonly text: string;
}

export interface CursorPosition {
  readonly line: number;
  readonly column: number;
}

export interface EditorState {
  /** In the order of the tabs. */
  readonly documents: readonly OpenDocument[];
  readonly activeId: string | null;
  /** The strategy that is being read. */
  readonly openingId: string | null;
  readonly saving: boolean;
  readonly cursor: CursorPosition;
}

export const initialEditorState: EditorState = {
  documents: [],
  activeId: null,
  openingId: null,
  saving: false,
  cursor: { line: 1, column: 1 },
};

export function isDirty(document: OpenDocument): boolean {
  return document.text !== document.savedText;
}

export function documentOf(state: EditorState, id: string | null): OpenDocument | undefined {
  return state.documents.find((document) => document.id === id);
}

export function activeDocument(state: EditorState): OpenDocument | undefined {
  return documentOf(state, state.activeId);
}

/** Shows a strategy that was read, with the edits it was left with. */
export function opened(state: EditorState, read: StrategyDocument): EditorState {
  const { id, name, language, kind, description, source, draft } = read;
  if (documentOf(state, id)) return activated(state, id);
  const document = { id, name, language, kind, description, savedText: source };
  return {
    ...state,
    documents: [...state.documents, { ...document, text: draft ?? source }],
    activeId: id,
    openingId: state.openingId === id ? null : state.openingId,
  };
}

export function activated(state: EditorState, id: string): EditorState {
  return documentOf(state, id) ? { ...state, activeId: id, openingId: null } : state;
}

export function edited(state: EditorState, id: string, text: string): EditorState {
  return changed(state, id, { text });
}

/** The text that was sent is now the saved one; what was typed since stays unsaved. */
export function saved(state: EditorState, id: string, savedText: string): EditorState {
  return changed(state, id, { savedText });
}

export function renamed(state: EditorState, id: string, name: string): EditorState {
  return changed(state, id, { name });
}

/** What is stored has been read anew and takes the place of the text. */
export function reloaded(state: EditorState, read: StrategyDocument): EditorState {
  const { id, name, description, source, draft } = read;
  return changed(state, id, { name, description, savedText: source, text: draft ?? source });
}

/** What is stored has been read anew; the text stays, as an edit of it. */
export function rebased(state: EditorState, read: StrategyDocument): EditorState {
  const { id, name, description, source } = read;
  return changed(state, id, { name, description, savedText: source });
}

/** Closes a tab; the one to its right, else the one to its left, is shown next. */
export function closed(state: EditorState, id: string): EditorState {
  const position = state.documents.findIndex((document) => document.id === id);
  if (position < 0) return state;
  const documents = state.documents.filter((document) => document.id !== id);
  if (state.activeId !== id) return { ...state, documents };
  const next = documents[position] ?? documents[position - 1];
  return { ...state, documents, activeId: next?.id ?? null };
}

function changed(state: EditorState, id: string, changes: Partial<OpenDocument>): EditorState {
  return {
    ...state,
    documents: state.documents.map((document) =>
      document.id === id ? { ...document, ...changes } : document,
    ),
  };
}
