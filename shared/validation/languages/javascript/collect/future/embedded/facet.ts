import type { FutureRead } from '../../../../../facts.ts';
import type { AnyNode } from '../../../node.ts';

/** What a value knows of rows that come after its own, and where it learned it. */
export interface Ahead {
  readonly how: FutureRead['how'];
  readonly node: AnyNode;
  /** It was held against something: only then does it say how prices went on. */
  readonly isTold: boolean;
  /** The tables whose later rows it knows. */
  readonly tables: ReadonlySet<AnyNode>;
  /** The same of other tables. */
  readonly others?: readonly Ahead[];
}

/** How a value depends on tables that the text itself holds. */
export interface Facet {
  readonly tables: ReadonlySet<AnyNode>;
  /** A list has a row for each place or date; anything else is made of one row or of all. */
  readonly isList: boolean;
  /** Element k of a list belongs to row k + shift. */
  readonly shift: number;
  /** The call that turned or sorted the list. */
  readonly turned: AnyNode | undefined;
  readonly ahead: Ahead | undefined;
}

export const tableFacet = (table: AnyNode): Facet => ({
  tables: new Set([table]),
  isList: true,
  shift: 0,
  turned: undefined,
  ahead: undefined,
});

/** One value made of several. */
export function merged(facets: readonly (Facet | undefined)[]): Facet | undefined {
  const known = facets.filter((one): one is Facet => one !== undefined);
  const [first] = known;
  if (first === undefined || known.length === 1) return first;
  const aheads = known.flatMap(({ ahead }) => ahead ?? []);
  return {
    ...(known.find(({ isList }) => isList) ?? first),
    tables: new Set(known.flatMap(({ tables }) => [...tables])),
    ahead: mainOf(aheads),
  };
}

const mostOthers = 4;

function mainOf(aheads: readonly Ahead[]): Ahead | undefined {
  const main = aheads.find(({ isTold }) => isTold) ?? aheads[0];
  const others = aheads.filter((one) => one !== main && one.tables !== main?.tables);
  return main && others.length > 0 ? { ...main, others: others.slice(0, mostOthers) } : main;
}

export const withAhead = (facet: Facet, how: Ahead['how'], node: AnyNode, isTold = false): Facet =>
  facet.ahead !== undefined
    ? facet
    : { ...facet, ahead: { how, node, isTold, tables: facet.tables } };

/** One value of a list, or made of it. */
export const single = (facet: Facet): Facet => ({
  ...facet,
  isList: false,
  shift: 0,
  turned: undefined,
});

export const told = (facet: Facet | undefined): Facet | undefined =>
  facet?.ahead === undefined ? facet : { ...facet, ahead: { ...facet.ahead, isTold: true } };
