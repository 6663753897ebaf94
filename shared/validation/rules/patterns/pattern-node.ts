import {
  everywhere,
  intersection,
  outside,
  textEnd,
  textStart,
  union,
  type CharacterSet,
} from './character-set.ts';
import { lineEnds, words } from './named-sets.ts';

/** A regular expression as a tree. Groups that only hold together are gone. */
export type PatternNode =
  | { readonly kind: 'characters'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repetition';
      readonly body: PatternNode;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly kind: 'capture'; readonly body: PatternNode; readonly names: readonly string[] }
  /** `\1`, `\k<name>`. */
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'border'; readonly guards: readonly Guard[] }
  | {
      readonly kind: 'look';
      readonly body: PatternNode;
      readonly ahead: boolean;
      readonly negated: boolean;
    };

/** What must stand before and after a place in the text. */
export interface Guard {
  readonly before: CharacterSet;
  readonly after: CharacterSet;
}

export const free: Guard = { before: everywhere, after: everywhere };

/** Both at once; undefined when nothing can satisfy them. */
export function both(a: Guard, b: Guard): Guard | undefined {
  if (a === free) return b;
  if (b === free) return a;
  const before = intersection(a.before, b.before);
  const after = intersection(a.after, b.after);
  return before.length === 0 || after.length === 0 ? undefined : { before, after };
}

const noWords = outside(words);

/** `^`, `$`, `\b` and `\B` as what they demand of their neighbours. */
export const borders = {
  start: (multiline: boolean): Guard[] => [
    { before: multiline ? union(textStart, lineEnds) : textStart, after: everywhere },
  ],
  end: (multiline: boolean): Guard[] => [
    { before: everywhere, after: multiline ? union(textEnd, lineEnds) : textEnd },
  ],
  word: [
    { before: words, after: noWords },
    { before: noWords, after: words },
  ],
  noWord: [
    { before: words, after: words },
    { before: noWords, after: noWords },
  ],
} as const;
