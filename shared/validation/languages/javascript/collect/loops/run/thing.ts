import type { Variable } from '../../../scopes/scope.ts';
import type { ClassLike, FunctionLike } from '../../../node.ts';
import type { Primitive } from '../../../value.ts';

/** Something that the text does not say; its name tells whether two of them are the same. */
export class Unknown {
  readonly name: string;
  /** A comparison that is not decided: what assuming it would tell. */
  readonly claim: Claim | undefined;

  constructor(name: string, claim?: Claim) {
    this.name = name;
    this.claim = claim;
  }
}

export type Claim =
  | { readonly kind: 'sign'; readonly of: Linear; readonly operator: '<' | '<=' | '=' }
  | { readonly kind: 'not'; readonly of: Unknown }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Thing[] };

/** A sum of unknown numbers and a known one: `n - 1`, `list.length + 2`. */
export class Linear {
  readonly terms: ReadonlyMap<string, number>;
  readonly constant: number;

  constructor(terms: ReadonlyMap<string, number>, constant: number) {
    this.terms = terms;
    this.constant = constant;
  }
}

export type CellKind =
  'table' | 'list' | 'map' | 'set' | 'date' | 'pattern' | 'function' | 'typed' | 'open';

/** A thing with members of its own, made while the text runs. */
export class Cell {
  readonly kind: CellKind;
  readonly slots = new Map<string, Thing>();
  /** For functions: what they are and where they were made; for typed lists and patterns: of which kind. */
  readonly node: FunctionLike | ClassLike | undefined;
  readonly scope: Scope | undefined;
  readonly self: Thing;
  readonly of: string;

  constructor(
    kind: CellKind,
    made: {
      readonly node?: FunctionLike | ClassLike;
      readonly scope?: Scope | undefined;
      readonly self?: Thing;
      readonly of?: string;
    } = {},
  ) {
    this.kind = kind;
    this.node = made.node;
    this.scope = made.scope;
    this.self = made.self;
    this.of = made.of ?? '';
  }
}

/** The variables of one call of a function, or of the text itself. */
export class Scope {
  readonly slots = new Map<Variable, Thing>();
  readonly outer: Scope | undefined;
  readonly self: Thing;

  constructor(outer: Scope | undefined, self: Thing) {
    this.outer = outer;
    this.self = self;
  }
}

export type Thing = Primitive | Unknown | Linear | Cell;

export const isPrimitive = (thing: Thing): thing is Primitive =>
  !(thing instanceof Unknown || thing instanceof Linear || thing instanceof Cell);

/** The number of rounds that a loop has gone already, in a proof for all of them. */
export const anyRounds = '@rounds';

/** One text for one thing; those of the same text are the same. */
export function textOf(thing: Thing): string {
  if (thing instanceof Unknown) return thing.name;
  if (thing instanceof Linear) {
    return `${[...thing.terms].map(([name, factor]) => `${factor}*${name}`).join('+')}+${thing.constant}`;
  }
  if (thing instanceof Cell) return '{}';
  return `${typeof thing}:${Object.is(thing, -0) ? '-0' : String(thing)}`;
}

/** A thing as a sum, where it is a number or may be one. */
export function linearOf(thing: Thing): Linear | undefined {
  if (typeof thing === 'number') {
    return Number.isFinite(thing) ? new Linear(new Map(), thing) : undefined;
  }
  if (thing instanceof Linear) return thing;
  return thing instanceof Unknown ? new Linear(new Map([[thing.name, 1]]), 0) : undefined;
}

/** a + factor × b. */
export function added(a: Linear, b: Linear, factor: number): Linear {
  const terms = new Map(a.terms);
  for (const [name, weight] of b.terms) {
    const sum = (terms.get(name) ?? 0) + factor * weight;
    if (sum === 0) terms.delete(name);
    else terms.set(name, sum);
  }
  return new Linear(
    new Map([...terms].sort(([one], [other]) => (one < other ? -1 : 1))),
    a.constant + factor * b.constant,
  );
}

/** Longer names and sums are of no use: nobody will meet the same again. */
const longestName = 160;
const mostTerms = 6;

/** Something unknown by what it is made of; something new where that is too much. */
export const named = (name: string, fresh: () => Unknown): Unknown =>
  name.length > longestName ? fresh() : new Unknown(name);

export const isTooLong = (thing: Thing): boolean =>
  thing instanceof Linear && thing.terms.size > mostTerms;

/** A sum without unknowns is a number. */
export function simplified(sum: Linear): Thing {
  if (sum.terms.size === 0) return sum.constant;
  const [only] = sum.terms;
  if (sum.terms.size === 1 && only?.[1] === 1 && sum.constant === 0 && only[0] !== anyRounds) {
    return new Unknown(only[0]);
  }
  return sum;
}

/** Stands for any number of arguments that are not known. */
export const anyNumber = 'any';

export const isAnyNumber = (thing: Thing): boolean =>
  thing instanceof Unknown && thing.name.startsWith(`~${anyNumber}`);
