import type { Place, TextEdit } from '../../../shared/validation/types.ts';

export type Spot = Pick<Place, 'line' | 'column'>;

/** What the mounted editor offers to the rest of the window. */
export interface EditorView {
  reveal(spot: Spot): void;
  focus(): void;
  /** Shows what is known about the cursor's place. */
  explain(): void;
  /** Changes the text in one step of its undo history, if it still is `judgedText`. */
  applyEdits(judgedText: string, edits: readonly TextEdit[]): boolean;
}

let view: EditorView | undefined;
let wanted: Spot | undefined;

/** Called by the editor when it is ready; a spot that was asked for before is shown now. */
export function attachEditorView(attached: EditorView): () => void {
  view = attached;
  if (wanted) attached.reveal(wanted);
  wanted = undefined;
  return () => {
    if (view === attached) view = undefined;
  };
}

/** Puts the cursor there and scrolls it into view. Line and column count from 1. */
export function revealInEditor(line: number, column = 1): void {
  if (view) view.reveal({ line, column });
  else wanted = { line, column };
}

export function focusEditor(): void {
  view?.focus();
}

/** Goes there and shows the hover that explains the place. */
export function explainInEditor(line: number, column: number): void {
  revealInEditor(line, column);
  view?.explain();
}

/** Whether the edits were made: not in a text that has changed since it was judged. */
export function applyToEditor(judgedText: string, edits: readonly TextEdit[]): boolean {
  return view?.applyEdits(judgedText, edits) ?? false;
}
