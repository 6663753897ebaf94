import type { FutureRead } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf, type AnyNode, type NodeOf } from '../node.ts';
import type { Survey } from '../survey.ts';
import { isIndexed, memberName } from './future/member-name.ts';
import { backwardLoops } from './future/backward-loops.ts';
import { callRead } from './future/call-reads.ts';
import { decisionAround } from './future/decisions.ts';
import { embeddedReads } from './future/embedded/embedded-reads.ts';
import { handMadeFigures } from './future/hand-made.ts';
import { indexedRead } from './future/indexed-reads.ts';
import { keepsNearest, readsPastPointer } from './future/joins.ts';
import { Market } from './future/market.ts';
import { packedSignals } from './future/packed-signals.ts';
import { rehearsedAgos } from './future/rehearsal/rehearsed-agos.ts';
import { rehearsed } from './future/rehearsal/rehearsed-reads.ts';
import { isFutureName } from './future/names.ts';
import { lastName } from './future/of-member.ts';
import { shuffles } from './future/order-reads.ts';
import { playScript } from './future/script/script-reads.ts';
import { isAskedForLater, outcomeTables } from './future/tables.ts';
import { usageOf } from './usage.ts';

/** Reads of bars that lie after the one that is judged. */
export function collectFutureReads(survey: Survey, evaluator: Evaluator): FutureRead[] {
  const market = new Market(survey, evaluator);
  const seen: Seen[] = [];
  const add = (how: FutureRead['how'] | undefined, series: string, node: AnyNode): void => {
    if (how !== undefined) seen.push({ how, series, node });
  };
  for (const node of survey.ofType('MemberExpression')) {
    if (node.object.type === 'Super') continue;
    const name = lastName(node.object) || 'the series';
    if (!isIndexed(node)) add(foretold(market, node), name, node);
    else {
      const how = indexedRead(market, node);
      add(how ?? (isAskedForLater(market, node) ? 'later bar' : undefined), name, node);
    }
  }
  for (const node of survey.ofType('CallExpression')) {
    const read = callRead(market, node);
    if (read !== undefined) add(read.how, read.series, node);
  }
  for (const node of rehearsedAgos(market)) {
    if (!seen.some((one) => one.node === node)) add('negative ago', 'barAgo', node);
  }
  for (const { node, series } of handMadeFigures(market)) add('whole series', series.name, node);
  for (const { node, series } of backwardLoops(market)) add('back-fill', series.name, node);
  for (const { node, series } of shuffles(market)) add('reordered', series.name, node);
  for (const node of [...readsPastPointer(market), ...keepsNearest(market)]) {
    add('later bar', 'the list', node);
  }
  const reads = withPlays(market, withTables(market, seen));
  for (const node of outcomeTables(market)) {
    reads.push({ how: 'outcomes', series: 'the table', node });
  }
  for (const node of packedSignals(market)) {
    reads.push({ how: 'outcomes', series: 'the number', node });
  }
  return reads.map(({ how, series, node }) => ({ how, series, place: placeOf(node) }));
}

interface Seen {
  readonly how: FutureRead['how'];
  readonly series: string;
  readonly node: AnyNode;
}

/** A script can be played on runs that go on differently, which says more than a look at it. */
function withPlays(market: Market, seen: readonly Seen[]): Seen[] {
  const shown = playScript(
    market,
    seen.map(({ node }) => node),
  );
  if (shown === undefined) return [...seen];
  const left = seen.filter(({ node }) => !shown.cleared.has(node));
  return shown.read && left.length === 0 ? [{ ...shown.read, series: 'the data' }] : left;
}

/** What a text does with tables of its own can be played, which says more than a look at it. */
function withTables(market: Market, seen: readonly Seen[]): Seen[] {
  const rehearsal = rehearsed(market);
  if (rehearsal === undefined) return [...seen];
  const { reads, isProof, areOfRun } = rehearsal;
  const series = 'the table';
  const embedded = embeddedReads(market).map(({ how, node }) => ({ how, series, node }));
  if (isProof && reads.length === 0) {
    // A place that is counted from the bar goes along with it, or was not counted from it.
    const isDisproved = ({ how }: Seen): boolean => areOfRun || how === 'later bar';
    return [
      ...seen.filter((one) => !isDisproved(one) || !isOfTable(market, one.node)),
      ...embedded.filter((one) => !isDisproved(one)),
    ];
  }
  const all = [...seen, ...embedded];
  return all.length > 0 ? all : reads.map(({ how, node }) => ({ how, series, node }));
}

/** It reads a table that the text itself holds. */
function isOfTable(market: Market, node: AnyNode): boolean {
  const member = node.type === 'CallExpression' ? node.callee : node;
  if (member.type !== 'MemberExpression' || member.object.type === 'Super') return false;
  const series = market.series(member.object);
  return series?.isTable === true && !isFutureName(series.name);
}

const futureNames =
  /^(?:next|future|tomorrow|following)_?(?:bars?|candle|close|open|high|low|prices?|returns?)$/i;

/** `bar.nextClose`, `bar.futureReturn`: a name that says what it is, on data that came from outside. */
function foretold(market: Market, node: NodeOf<'MemberExpression'>): FutureRead['how'] | undefined {
  const { object } = node;
  if (!futureNames.test(memberName(node))) return undefined;
  if (usageOf(node) === 'write' || usageOf(node) === 'call') return undefined;
  if (object.type === 'ThisExpression' || object.type === 'Super') return undefined;
  if (decisionAround(market, node) === undefined) return undefined;
  const isUnknown = market.evaluator.evaluate(object).every(({ kind }) => kind === 'unknown');
  return isUnknown ? 'later bar' : undefined;
}
