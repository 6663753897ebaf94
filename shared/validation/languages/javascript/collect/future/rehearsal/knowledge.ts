import type { AnyNode } from '../../../node.ts';

/** A table that the text holds, row by row. */
export interface Table {
  readonly node: AnyNode | undefined;
  /** The first rows of a text of columns may be its head. */
  readonly heads: number;
  /** Only when it is played does it show whether its rows have days. */
  readonly mustBeDated: boolean;
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
}

/** All that a value was made of. */
export type Knowledge = readonly Known[];

export const nothing: Knowledge = [];

/** Stands for the bar's own place in what is made of it. */
export const barPlaces: Table = {
  node: undefined,
  heads: 0,
  mustBeDated: false,
  rows: 0,
  times: [],
};

export const ofBarPlace: Knowledge = [{ table: barPlaces, first: -1, last: -1, isTold: false }];

export const ofRow = (table: Table, row: number): Knowledge => [
  { table, first: row, last: row, isTold: false },
];

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
  inner.first >= outer.first && inner.last <= outer.last && (outer.isTold || !inner.isTold);

const joined = (a: Known, b: Known): Known => ({
  table: a.table,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  isTold: a.isTold || b.isTold,
});

export const told = (knows: Knowledge): Knowledge =>
  knows.every(({ isTold }) => isTold) ? knows : knows.map((one) => ({ ...one, isTold: true }));
