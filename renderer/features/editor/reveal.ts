import type { Place } from '../../../shared/validation/types.ts';

export type Spot = Pick<Place, 'line' | 'column'>;

/** What the mounted editor offers to the rest of the window. */
export interface EditorView {
  reveal(spot: Spot): void;
  focus(): void;
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
