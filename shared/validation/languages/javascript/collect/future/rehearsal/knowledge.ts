import type { AnyNode } from '../../../node.ts';

/** A table that the text holds, row by row. */
export interface Table {
  readonly node: AnyNode | undefined;
  /** The first rows of a text of columns may be its head. */
  readonly heads: number;
  /** Only when it is played does it show whether its rows have days. */
  readonly mustBeDated: boolean;
  /** Its figures run as prices do. */
  isCourse: boolean;
  /** All its figures are followed: none of them only counts on. */
  isFollowed: boolean;
  /** Whole numbers that only rise. */
  isScale: boolean;
  /** A list of numbers, which a strategy may go on with. */
  isPlain: boolean;
  /** The bars that its rows are written for, where it seems to say so. */
  anchors: readonly number[];
  /** How many rows of figures it has. */
  rows: number;
  /** When each row was known, where the table says so. */
  readonly times: (number | undefined)[];
}

/** The rows of one table that went into a value. */
export interface Known {
  readonly table: Table;
  readonly first: number;
  readonly last: number;
  /** It was held against something: only then does it say how prices went on. */
  readonly isTold: boolean;
  /** It was held against prices of the bar, or all of it against all of another: it is no mere setting. */
  readonly isWeighed: boolean;
}

/** All that a value was made of. */
export type Knowledge = readonly Known[];

export const nothing: Knowledge = [];

/** Stands for the bar's own place in what is made of it. */
export const barPlaces = tableOf(undefined);
/** Stands for the bar's prices. */
export const barPrices = tableOf(undefined);

export function tableOf(node: AnyNode | undefined, heads = 0, mustBeDated = false): Table {
  return {
    node,
    heads,
    mustBeDated,
    isCourse: false,
    isPlain: false,
    isScale: false,
    isFollowed: false,
    anchors: [],
    rows: 0,
    times: [],
  };
}

export const ofBarPlace: Knowledge = ofRow(barPlaces, -1);
export const ofBarPrice: Knowledge = ofRow(barPrices, -1);

export function ofRow(table: Table, row: number): Knowledge {
  return [{ table, first: row, last: row, isTold: false, isWeighed: false }];
}

/** Rows of the text's own tables. */
export const hasRows = (knows: Knowledge): boolean =>
  knows.some(({ table }) => table.node !== undefined);

export const hasPrices = (knows: Knowledge): boolean =>
  knows.some(({ table }) => table === barPrices);

export function merged(a: Knowledge, b: Knowledge): Knowledge {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const all = [...a];
  for (const one of b) {
    const place = all.findIndex(({ table }) => table === one.table);
    const same = all[place];
    if (same === undefined) all.push(one);
    else if (!isWithin(one, same)) all[place] = joined(same, one);
  }
  return all;
}

const isWithin = (inner: Known, outer: Known): boolean =>
  inner.first >= outer.first &&
  inner.last <= outer.last &&
  (outer.isTold || !inner.isTold) &&
  (outer.isWeighed || !inner.isWeighed);

const joined = (a: Known, b: Known): Known => ({
  table: a.table,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  isTold: a.isTold || b.isTold,
  isWeighed: a.isWeighed || b.isWeighed,
});

export const told = (knows: Knowledge): Knowledge =>
  knows.every(({ isTold }) => isTold) ? knows : knows.map((one) => ({ ...one, isTold: true }));

/** What was weighed against something that it may decide about. */
export const weighed = (knows: Knowledge): Knowledge =>
  knows.map((one) => ({ ...one, isTold: true, isWeighed: true }));

/** Most of a table went into it. */
export const isWide = (knows: Knowledge): boolean =>
  knows.some(({ table, first, last }) => table.isCourse && (last - first) * 2 >= table.rows);
