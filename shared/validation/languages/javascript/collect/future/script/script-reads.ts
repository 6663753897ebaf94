import type { FutureRead } from '../../../../../facts.ts';
import type { AnyNode, NodeOf } from '../../../node.ts';
import type { Market } from '../market.ts';
import { memberName } from '../member-name.ts';
import { pathOf, readsPrices } from '../of-run.ts';
import type { Raw } from '../rehearsal/things.ts';
import { unknown } from '../rehearsal/things.ts';
import type { Turn } from './made-up-prices.ts';
import { isAllPlayed } from './all-played.ts';
import { play, type Played } from './script-play.ts';

/** What plays of a script have shown. */
export interface ScriptShown {
  /** How its weights depend on bars that come after theirs, and what is given to `sim`. */
  readonly read: { readonly how: FutureRead['how']; readonly node: AnyNode } | undefined;
  /** What was worked out while no weight came to know a later bar: it reads none. */
  readonly cleared: ReadonlySet<AnyNode>;
}

const fewBars = 60;
const manyBars = 120;
/** So many bars are decided for after the longest window. */
const barsToDecide = 25;
const longestWindow = 300;
/** For one play, and for all of one text. */
const mostOfOne = 250_000;
const mostOfAll = 400_000;

/**
 * Plays a script on several runs that are alike up to a bar and differ after it. A weight of a bar
 * before that one may not change: it is given before anybody knows how the run goes on.
 */
export function playScript(market: Market, suspects: readonly AnyNode[]): ScriptShown | undefined {
  const call = simCall(market);
  if (call === undefined) return undefined;
  const { program } = market.survey;
  const run = { cells: cellsIn(market), loadsBars: readsPrices(market), turn: undefined };
  let spent = 0;
  // Where few bars show nothing, more of them may: windows are longer, or figures change by little.
  for (const bars of [fewBars, Math.max(manyBars, longestIn(market) + barsToDecide)]) {
    const first = play(program, { ...run, bars }, mostOfOne);
    spent += first.spent;
    if (first.targets === undefined) continue;
    for (const turn of turnsOf(bars)) {
      if (spent + first.spent > mostOfAll) break;
      const other = play(program, { ...run, bars, turn }, mostOfOne);
      spent += other.spent;
      const how = differenceOf(first, other, turn);
      if (how !== undefined)
        return { read: { how, node: call.arguments[0] ?? call }, cleared: none };
    }
    const isAll = !isIdle(first, suspects);
    const isCleared =
      first.isWhole &&
      first.isOfPast &&
      isForEachBar(first, bars) &&
      isAllPlayed(market.survey, first.nodes);
    if (isCleared && (isAll || bars > fewBars)) return { read: undefined, cleared: first.nodes };
    if (spent + first.spent > mostOfAll) break;
  }
  return { read: undefined, cleared: none };
}

const none: ReadonlySet<AnyNode> = new Set();

/** Where prices jump up or fall, near enough to the end for the longest windows. */
const turnsOf = (bars: number): readonly Turn[] => [
  { after: bars - 24, by: 4 },
  { after: bars - 24, by: 0.2 },
  { after: bars - 4, by: 0.2 },
  { after: bars - 5, by: 4 },
];

/** Nothing was decided yet, or something that may look ahead was not come by: its windows are longer. */
const isIdle = ({ targets, nodes }: Played, suspects: readonly AnyNode[]): boolean =>
  [...(targets?.values() ?? [])].every(
    (list) => new Set(list.map(({ value }) => value)).size < 2,
  ) || suspects.some((node) => !nodes.has(node));

/** `sim` takes one weight a bar. */
const isForEachBar = ({ targets }: Played, bars: number): boolean =>
  [...(targets?.values() ?? [])].every(
    (list) => list.length === bars && list.every(({ value }) => value !== unknown),
  );

/** A weight so far before a turn was not given by a step too far ahead. */
const furthestStep = 5;

function differenceOf(one: Played, other: Played, { after }: Turn): FutureRead['how'] | undefined {
  if (one.targets === undefined || other.targets === undefined) return undefined;
  for (const [name, value] of one.options) {
    if (!isSame(value, other.options.get(name))) return 'whole series';
  }
  let how: FutureRead['how'] | undefined;
  for (const [name, weights] of one.targets) {
    const others = other.targets.get(name);
    const place = weights.findIndex(({ value }, bar) => !isSame(value, others?.[bar]?.value));
    if (place < 0 || place > after) continue;
    const isOfAll = weights[place]?.knownTo === weights.length - 1;
    how = isOfAll && after - place > furthestStep ? 'whole series' : (how ?? 'later bar');
  }
  return how;
}

/** What is not known is no difference; nor is what rounding leaves of a sum that was taken apart. */
function isSame(one: Raw, other: Raw): boolean {
  if (one === unknown || other === unknown || Object.is(one, other)) return true;
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** The first call of the `sim` that a script imports. */
function simCall(market: Market): NodeOf<'CallExpression'> | undefined {
  const { survey } = market;
  const isImported = survey
    .ofType('ImportDeclaration')
    .some(
      ({ source, specifiers }) =>
        source.value === 'stratbox' &&
        specifiers.some(
          (one) =>
            one.type !== 'ImportSpecifier' ||
            !('name' in one.imported) ||
            one.imported.name === 'sim',
        ),
    );
  if (!isImported) return undefined;
  return survey.ofType('CallExpression').find(({ callee }) => pathOf(market, callee) === 'sim');
}

/** Windows are as long as numbers in the text say: before them nothing is decided. */
function longestIn({ survey }: Market): number {
  let longest = 0;
  for (const { value } of survey.ofType('Literal')) {
    if (typeof value === 'number' && value <= longestWindow) longest = Math.max(longest, value);
  }
  return longest;
}

/** All names that a row could be asked for. */
function cellsIn({ survey }: Market): ReadonlySet<string> {
  const names = survey.ofType('MemberExpression').map(memberName);
  const keys = survey.ofType('Property').map(({ key }) => ('name' in key ? key.name : ''));
  return new Set([...names, ...keys].filter((name) => name !== '').slice(0, 200));
}
