import type { Variable } from '../../scopes/scope.ts';
import type { AnyNode } from '../../node.ts';
import type { Linear } from './linear.ts';

/** A list with an element for every bar of the run, those that come later among them. */
export interface Series {
  readonly name: string;
  /** The same for all copies and columns of one series. */
  readonly root: Variable | AnyNode | string;
  /** Its element k belongs to bar k + shift. */
  readonly shift: Linear;
  /** Sorted or reversed: its places are no longer those of time. */
  readonly isReordered: boolean;
  /** Written in the text, row by row. */
  readonly isTable: boolean;
  /** Nothing says that it is market data; only reads that no other list would see count. */
  readonly isVague: boolean;
  /** Reached through `this` or the module, not handed in beside the current bar. */
  readonly isAtHand: boolean;
}

/** Where a list comes from: the whole run, or only what was seen so far; undefined where the text does not say. */
export type Provenance = Series | 'past' | undefined;

export const seriesIn = (provenance: Provenance): Series | undefined =>
  provenance === 'past' ? undefined : provenance;

/** What a place holds that is given several lists: the future in one of them is enough. */
export function combined(list: readonly Provenance[]): Provenance {
  return list.find((one) => one !== undefined && one !== 'past') ?? list.find(Boolean);
}
