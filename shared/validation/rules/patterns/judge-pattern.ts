import { attackAt, lowest, type Attack } from './attack.ts';
import { automatonOf, type Automaton } from './automaton.ts';
import { chainedLoops } from './chained-loops.ts';
import { componentsOf } from './components.ts';
import { exponentialAttack } from './exponential.ts';
import { placesOf, type Places } from './fragments.ts';
import { manyWays } from './many-ways.ts';
import { parsePattern } from './parse-pattern.ts';
import type { PatternNode } from './pattern-node.ts';

/** How long a pattern can take on a text that almost matches; the text is given where it is simple. */
export type PatternVerdict =
  | { readonly cost: 'harmless' }
  | { readonly cost: 'too large' }
  /** Each further character doubles the work, or nearly. */
  | { readonly cost: 'exponential'; readonly attack: Attack | undefined }
  /** Work grows with a power of the text's length, for a repetition that is written twice. */
  | { readonly cost: 'polynomial'; readonly attack: Attack | undefined };

type Look = Extract<PatternNode, { kind: 'look' }>;

const harmless: PatternVerdict = { cost: 'harmless' };
const tooLarge: PatternVerdict = { cost: 'too large' };

/** Each is tried when the pattern is too large with the one before. */
const largestCounts = [40, 8, 2];

/** Judges one regular expression without running it; its own text is never matched. */
export function judgePattern(pattern: string, flags = ''): PatternVerdict {
  if (!mayRepeat(pattern)) return harmless;
  const tree = parsePattern(pattern, flags);
  if (tree === undefined) return isPattern(pattern, flags) ? tooLarge : harmless;
  const captures = new Map<string, PatternNode>();
  const looks: Look[] = [];
  collect(tree, captures, looks);
  let worst = harmless;
  for (const part of partsOf(tree))
    if (worst === harmless) worst = judgePart(part, false, captures);
  for (const { body, ahead } of looks) {
    if (worst.cost === 'exponential') break;
    const { cost } = judgePart(body, !ahead, captures);
    if (cost === 'exponential' || cost === 'polynomial') worst = { cost, attack: undefined };
    else if (cost === 'too large' && worst === harmless) worst = tooLarge;
  }
  return worst;
}

/** Two repetitions are the least that can get into each other's way, or one of a group. */
const mayRepeat = (pattern: string): boolean =>
  (pattern.match(/[*+?{]/g)?.length ?? 0) > 1 || /\)[*+{]/.test(pattern);

function isPattern(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags).flags === flags;
  } catch {
    // It would throw when it runs as well, and so take no time.
    return false;
  }
}

/**
 * Alternatives are tried in turn. Where a later one always succeeds, an earlier one has been tried
 * before: so the first ones are also judged alone.
 */
function partsOf(tree: PatternNode): PatternNode[] {
  if (tree.kind !== 'choice' || tree.options.length > 6) return [tree];
  const { options } = tree;
  const parts = options.slice(1).map((_option, index) => options.slice(0, index + 1));
  return [tree, ...parts.map((first): PatternNode => ({ kind: 'choice', options: first }))];
}

/** A look around is matched on its own: once it has succeeded, nothing goes back into it. */
function judgePart(
  tree: PatternNode,
  isBackward: boolean,
  captures: ReadonlyMap<string, PatternNode>,
): PatternVerdict {
  let places: Places | undefined;
  for (const count of largestCounts) places ??= placesOf(tree, isBackward, captures, count);
  if (places === undefined) return tooLarge;
  const automaton = automatonOf(places);
  const components = componentsOf(automaton);
  const attack = exponentialAttack(automaton, components) ?? manyWays(automaton, components);
  if (attack !== undefined) return { cost: 'exponential', attack };
  const slow = twinAttack(automaton, places) ?? chainedLoops(automaton);
  return slow === undefined ? harmless : { cost: 'polynomial', attack: slow };
}

/** `\d+\d*x`: where the first ends and the second begins is free. */
function twinAttack(automaton: Automaton, { twins }: Places): Attack | undefined {
  for (const [place] of twins) {
    for (const state of automaton.statesOf(place)) {
      const loop = automaton.edges[state]?.find(({ to }) => to === state);
      const symbol = lowest((loop?.symbols ?? 0n) & automaton.real);
      if (symbol === 0n) continue;
      const attack = attackAt(automaton, state, [symbol]);
      if (attack !== undefined) return attack;
    }
  }
  return undefined;
}

function collect(node: PatternNode, captures: Map<string, PatternNode>, looks: Look[]): void {
  switch (node.kind) {
    case 'sequence':
      return node.items.forEach((item) => collect(item, captures, looks));
    case 'choice':
      return node.options.forEach((option) => collect(option, captures, looks));
    case 'look':
      looks.push(node);
      return collect(node.body, captures, looks);
    case 'capture':
      for (const name of node.names) captures.set(name, node.body);
      return collect(node.body, captures, looks);
    case 'repetition':
      return collect(node.body, captures, looks);
    default:
  }
}
