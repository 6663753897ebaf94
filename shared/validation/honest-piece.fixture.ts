/** What makes two pieces of one kind differ: a word for their names, and three small numbers. */
export interface Variation {
  readonly word: string;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** A piece of honest code, and how a strategy uses it: as a field, and at every bar. */
export interface Piece {
  readonly code: string;
  readonly field: string;
  readonly use: string;
}

/** The word as the name of a variable or a function. */
export const lower = (word: string): string => (word[0] ?? '').toLowerCase() + word.slice(1);
