import { everywhere, outside, unknowable, type CharacterSet } from './character-set.ts';
import { both, free, type Guard, type PatternNode } from './pattern-node.ts';
import { edgeSet, flattened, loopedSet, onlySet } from './node-sets.ts';

/** Places of a pattern that read one character, and every way from one to the next. */
export interface Places {
  readonly sets: readonly CharacterSet[];
  /** By place; two equal ways are two different ways to match the same text. */
  readonly ways: readonly (readonly Way[])[];
  /** By place: where the match can end. */
  readonly ends: readonly (readonly Guard[])[];
  /** Neighbours that repeat the very same characters, `\d+\d*`. */
  readonly twins: readonly (readonly [number, number])[];
}

export interface Way {
  readonly to: number;
  readonly guard: Guard;
}

/** A part of a pattern: how it begins, how it ends, and how it matches the empty text. */
interface Fragment {
  readonly first: readonly Way[];
  readonly last: readonly Way[];
  readonly empty: readonly Guard[];
}

const emptyText: Fragment = { first: [], last: [], empty: [free] };
const mostPlaces = 1_200;
const mostWays = 20_000;

/**
 * Glushkov's construction, with every way kept that leads from one character to the next: their
 * number is what backtracking costs. As the language demands, a round of a repetition beyond its
 * least number never matches the empty text. Place 0 is before the match.
 *
 * Counts up to `largestCount` are written out; a larger one counts as without bound. Undefined when
 * the pattern is too large all the same.
 */
export function placesOf(
  tree: PatternNode,
  isBackward: boolean,
  captures: ReadonlyMap<string, PatternNode>,
  largestCount: number,
): Places | undefined {
  const builder = new PlaceBuilder(isBackward, captures, largestCount);
  return builder.build(tree);
}

class PlaceBuilder {
  private readonly isBackward: boolean;
  private readonly captures: ReadonlyMap<string, PatternNode>;
  private readonly largestCount: number;
  private readonly sets: CharacterSet[] = [everywhere];
  private readonly ways: Way[][] = [[]];
  private readonly twins: [number, number][] = [];
  private wayCount = 0;

  constructor(
    isBackward: boolean,
    captures: ReadonlyMap<string, PatternNode>,
    largestCount: number,
  ) {
    this.isBackward = isBackward;
    this.captures = captures;
    this.largestCount = largestCount;
  }

  build(tree: PatternNode): Places | undefined {
    const whole = this.fragment(tree);
    const ends: Guard[][] = this.sets.map(() => []);
    ends[0]?.push(...whole.empty);
    for (const { to, guard } of whole.last) ends[to]?.push(guard);
    this.connect([{ to: 0, guard: free }], whole.first);
    if (this.isTooLarge) return undefined;
    return { sets: this.sets, ways: this.ways, ends, twins: this.twins };
  }

  private get isTooLarge(): boolean {
    return this.sets.length > mostPlaces || this.wayCount > mostWays;
  }

  private fragment(node: PatternNode): Fragment {
    if (this.isTooLarge) return emptyText;
    switch (node.kind) {
      case 'characters':
        return this.place(node.set);
      case 'sequence':
        return this.sequence(node.items);
      case 'choice':
        return either(node.options.map((option) => this.fragment(option)));
      case 'repetition':
        return this.repetition(node.body, node.minimum, node.maximum);
      case 'capture':
        return this.fragment(node.body);
      case 'border':
        return { ...emptyText, empty: node.guards.map((guard) => this.turned(guard)) };
      case 'look':
        return { ...emptyText, empty: [this.turned(guardOfLook(node))] };
      case 'reference':
        return this.reference(node.name);
    }
  }

  private turned(guard: Guard): Guard {
    if (guard === free || !this.isBackward) return guard;
    return { before: guard.after, after: guard.before };
  }

  private place(set: CharacterSet): Fragment {
    const to = this.sets.push(set) - 1;
    this.ways.push([]);
    const way = [{ to, guard: free }];
    return { first: way, last: way, empty: [] };
  }

  /** A group of certain length is matched again; of one that can stretch nothing is known. */
  private reference(name: string): Fragment {
    const body = this.captures.get(name);
    if (body === undefined) return emptyText;
    if (isFixed(body)) return this.fragment(body);
    return this.place(unknowable);
  }

  private sequence(items: readonly PatternNode[]): Fragment {
    let whole = emptyText;
    let before: { readonly looped: CharacterSet | undefined; readonly part: Fragment } | undefined;
    const flat = flattened(items);
    for (const item of this.isBackward ? flat.reverse() : flat) {
      const part = this.fragment(item);
      const looped = loopedSet(item);
      if (looped !== undefined && String(looped) === String(before?.looped)) {
        const [from, to] = [before?.part.last[0]?.to, part.first[0]?.to];
        if (from !== undefined && to !== undefined) this.twins.push([from, to]);
      }
      whole = this.joined(whole, part);
      before = { looped, part };
    }
    return whole;
  }

  private joined(a: Fragment, b: Fragment): Fragment {
    if (a === emptyText) return b;
    this.connect(a.last, b.first);
    return {
      first: [...a.first, ...guarded(b.first, a.empty)],
      last: [...guarded(a.last, b.empty), ...b.last],
      empty: twoOfEach(
        a.empty.flatMap((one) => b.empty.flatMap((other) => both(one, other) ?? [])),
      ),
    };
  }

  private repetition(body: PatternNode, minimum: number, maximum: number): Fragment {
    if (maximum === 0) return emptyText;
    const certain = Math.min(minimum, this.largestCount);
    const more = maximum - minimum;
    const isEndless = more > this.largestCount;
    let whole = emptyText;
    for (let round = isEndless ? 1 : 0; round < certain && !this.isTooLarge; round++) {
      whole = this.joined(whole, this.fragment(body));
    }
    if (!isEndless) return this.joined(whole, this.optionalRounds(body, more));
    const round = this.fragment(body);
    this.connect(round.last, round.first);
    const isOptional = certain === 0;
    const endless: Fragment = {
      first: isOptional ? round.first : [...round.first, ...guarded(round.first, round.empty)],
      last: round.last,
      empty: isOptional ? [free] : round.empty,
    };
    return this.joined(whole, endless);
  }

  private optionalRounds(body: PatternNode, count: number): Fragment {
    let whole: Fragment | undefined;
    let last: readonly Way[] = [];
    const ends: Way[] = [];
    for (let round = 0; round < count && !this.isTooLarge; round++) {
      const part = this.fragment(body);
      this.connect(last, part.first);
      whole ??= part;
      last = part.last;
      ends.push(...part.last);
    }
    return whole === undefined ? emptyText : { first: whole.first, last: ends, empty: [free] };
  }

  private connect(from: readonly Way[], to: readonly Way[]): void {
    for (const start of from) {
      for (const end of to) {
        const guard = both(start.guard, end.guard);
        if (guard === undefined) continue;
        if (++this.wayCount > mostWays) return;
        this.ways[start.to]?.push({ to: end.to, guard });
      }
    }
  }
}

function either(parts: readonly Fragment[]): Fragment {
  return {
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
    empty: twoOfEach(parts.flatMap(({ empty }) => empty)),
  };
}

/** Two ways to match nothing double the work; more of them say nothing more. */
function twoOfEach(guards: readonly Guard[]): readonly Guard[] {
  return guards.filter((guard, index) => guards.indexOf(guard) >= index - 1);
}

function guarded(ways: readonly Way[], guards: readonly Guard[]): readonly Way[] {
  if (guards.length === 1 && guards[0] === free) return ways;
  return ways.flatMap(({ to, guard }) =>
    guards.flatMap((other) => {
      const united = both(guard, other);
      return united === undefined ? [] : [{ to, guard: united }];
    }),
  );
}

/** What a look around demands of the next or last character; what is deeper is not known. */
function guardOfLook({ body, ahead, negated }: Extract<PatternNode, { kind: 'look' }>): Guard {
  const set = negated ? onlySet(body) : edgeSet(body, ahead);
  if (set === undefined) return free;
  const demanded = negated ? outside(set) : set;
  return ahead ? { ...free, after: demanded } : { ...free, before: demanded };
}

function isFixed(node: PatternNode): boolean {
  switch (node.kind) {
    case 'sequence':
      return node.items.every(isFixed);
    case 'choice':
      return node.options.every(isFixed);
    case 'capture':
      return isFixed(node.body);
    case 'repetition':
      return node.minimum === node.maximum && isFixed(node.body);
    case 'reference':
      return false;
    default:
      return true;
  }
}
