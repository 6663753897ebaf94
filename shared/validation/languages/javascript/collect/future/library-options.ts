import type { FutureRead } from '../../../../facts.ts';
import type { AnyNode, NodeOf } from '../../node.ts';
import { single } from '../../value.ts';
import type { Market } from './market.ts';

type Call = NodeOf<'CallExpression'>;

/** What research libraries call a look ahead: `rolling(5, { center: true })`, `fillna({ method: 'bfill' })`. */
export function optionRead(
  market: Market,
  node: Call,
  name: string,
): FutureRead['how'] | undefined {
  if (/^(?:bfill|back_?fill|fill_?backwards?)$/i.test(name)) return 'back-fill';
  if (node.arguments.length === 0) return undefined;
  const isFill = /fill|interpolate/i.test(name);
  for (const argument of node.arguments) {
    if (isFill && isBackward(market, argument)) return 'back-fill';
    if (argument.type !== 'ObjectExpression') continue;
    for (const part of argument.properties) {
      if (part.type !== 'Property' || part.key.type !== 'Identifier') continue;
      const key = part.key.name;
      if (/^cent(?:er|re)(?:ed|d)?$/.test(key) && isTrue(part.value) && isWindow(name)) {
        return 'centred window';
      }
      if (isFill && isBackward(market, part.value)) return 'back-fill';
      const isJoin = /as_?of/i.test(name) && /^(?:direction|strategy|method)$/.test(key);
      if (isJoin && /^(?:forward|nearest)$/.test(textOf(market, part.value))) return 'later bar';
    }
  }
  return undefined;
}

const isWindow = (name: string): boolean =>
  /roll|window|average|mean|sma|smooth|filter|median|std|sum/i.test(name);

const isTrue = (node: AnyNode): boolean => node.type === 'Literal' && node.value === true;

const isBackward = (market: Market, node: AnyNode): boolean =>
  /^(?:bfill|back_?fill|backwards?|next)$/i.test(textOf(market, node));

function textOf(market: Market, node: AnyNode): string {
  if (node.type === 'SpreadElement') return '';
  const value = single(market.evaluator.evaluate(node));
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : '';
}
