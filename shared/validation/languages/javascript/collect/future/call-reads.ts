import type { FutureRead } from '../../../../facts.ts';
import type { NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { negativeAgo } from './ago-reads.ts';
import { buildsFromEnd } from './backward-loops.ts';
import { figureOfWhole } from './figures.ts';
import { joinsForward } from './joins.ts';
import { optionRead } from './library-options.ts';
import type { Market } from './market.ts';
import { lastName } from './of-member.ts';
import { isLibraryShuffle, isReordering } from './order-reads.ts';
import { isAskedForLater } from './tables.ts';
import { windowRead } from './window-reads.ts';

interface Read {
  readonly how: FutureRead['how'];
  readonly series: string;
}

const takesParts =
  /^(?:reverse|toReversed|sort|toSorted|filter|reduceRight|at|with|pop|slice|subarray)$/;

/** What a call reads of bars after the one that is judged. */
export function callRead(market: Market, node: NodeOf<'CallExpression'>): Read | undefined {
  const { callee } = node;
  const ago = negativeAgo(market, node);
  if (ago !== undefined) return { how: 'negative ago', series: ago };
  const whole = figureOfWhole(market, node);
  if (whole !== undefined) return { how: 'whole series', series: whole.name };
  const isMember = callee.type === 'MemberExpression' && callee.object.type !== 'Super';
  const [method = ''] = isMember ? propertyKey(market.evaluator, callee) : [];
  const name = callee.type === 'Identifier' ? callee.name : method;
  const option = optionRead(market, node, name);
  if (option !== undefined) return { how: option, series: name };
  if (isLibraryShuffle(market, node)) return { how: 'reordered', series: name };
  if (!isMember || callee.object.type === 'Super') return undefined;
  const list = lastName(callee.object) || 'the list';
  if (isAskedForLater(market, node) || joinsForward(market, node, method)) {
    return { how: 'later bar', series: list };
  }
  const series = takesParts.test(method) ? market.series(callee.object) : undefined;
  if (series === undefined) return undefined;
  const read = (how: Read['how'] | undefined): Read | undefined =>
    how && { how, series: series.name };
  if (isReordering(market, node, series, method)) return read('reordered');
  if (method === 'reduceRight' && !series.isTable && buildsFromEnd(market, node, series)) {
    return read('back-fill');
  }
  return read(windowRead(market, node, series, method));
}
