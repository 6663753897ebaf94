import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { pathsOf } from '../../value.ts';
import { isNow } from './embedded/now.ts';
import { nothingBound } from './embedded/environment.ts';
import { initOf } from './moment.ts';
import type { Market } from './market.ts';
import { nodesWithin } from './within.ts';

/** Fewer are a rhythm, or what a number happens to be. */
const leastBits = 40;

/** Signals for each bar as the bits of one number: `(signals >> BigInt(bar.index)) & 1n`. */
export function packedSignals(market: Market): AnyNode[] {
  const { survey } = market;
  if (!survey.ofType('Literal').some(mayPack)) return [];
  return survey
    .ofType('BinaryExpression')
    .filter(({ left, right, operator }) => {
      if (left.type === 'PrivateIdentifier') return false;
      switch (operator) {
        case '>>':
        case '>>>':
          return isPacked(market, left) && isAtBar(market, right);
        case '/':
          return isPacked(market, left) && isBitAtBar(market, right);
        case '&':
          return (
            (isPacked(market, left) && isBitAtBar(market, right)) ||
            (isPacked(market, right) && isBitAtBar(market, left))
          );
        default:
          return false;
      }
    })
    .slice(0, 5);
}

/** A large whole number, or a text that may be one. */
function mayPack({ value }: NodeOf<'Literal'>): boolean {
  if (typeof value === 'bigint') return value > 0xff_ffff_ffffn;
  if (typeof value === 'number') return value > 0xffff && Number.isInteger(value);
  return typeof value === 'string' && /^(?:0[xb])?[\da-f]{12,}$/i.test(value);
}

function isPacked(market: Market, node: AnyNode, depth = 0): boolean {
  const inner = unwrap(node);
  const bits = bitsOf(market, inner);
  if (bits !== undefined) return isIrregular(bits);
  if (inner.type === 'Identifier' && depth < 3) {
    const init = initOf(market, inner);
    return init !== undefined && isPacked(market, init, depth + 1);
  }
  // `words[bar.index >> 5] >> (bar.index & 31)`
  if (inner.type !== 'MemberExpression' || !inner.computed || inner.object.type === 'Super') {
    return false;
  }
  if (!mentionsBar(market, inner.property)) return false;
  const words = market.evaluator.evaluate(inner.object).find(({ kind }) => kind === 'array');
  const all = words?.kind === 'array' ? words.elements.map(([one]) => wordIn(one)) : [];
  return all.length >= 2 && isIrregular(all.join(''));
}

function wordIn(value: { readonly kind: string; readonly value?: unknown } | undefined): string {
  const word = value?.kind === 'constant' ? value.value : undefined;
  return typeof word === 'number' && Number.isInteger(word) && word >= 0
    ? word.toString(2).padStart(word > 0xffff ? 32 : 8, '0')
    : '';
}

/** The bits of a number as it is written, or of what `BigInt('0x…')` makes of a text. */
function bitsOf(market: Market, node: AnyNode): string | undefined {
  if (node.type === 'Literal') {
    return typeof node.value === 'bigint' ? node.value.toString(2) : undefined;
  }
  if (node.type !== 'CallExpression') return undefined;
  const [first] = node.arguments;
  if (first?.type !== 'Literal' || typeof first.value !== 'string') return undefined;
  const isMade = pathsOf(market.evaluator.evaluate(node.callee)).includes('BigInt');
  if (!isMade || !/^(?:0x[\da-f]+|0b[01]+|\d+)$/i.test(first.value) || first.value.length > 4_000) {
    return undefined;
  }
  return BigInt(first.value).toString(2);
}

const longestRhythm = 24;

/** Ones and noughts that do not come round again. */
function isIrregular(bits: string): boolean {
  if (bits.length < leastBits) return false;
  const ones = bits.replaceAll('0', '').length / bits.length;
  if (ones < 0.1 || ones > 0.9) return false;
  for (let step = 1; step <= longestRhythm; step++) {
    if (bits.startsWith(bits.slice(step))) return false;
  }
  return true;
}

/** The bar's own place, all of it: the rest of a division is a rhythm, unless it is the bit in a word. */
function isAtBar(market: Market, node: AnyNode): boolean {
  const inner = unwrap(node);
  if (inner.type === 'CallExpression') {
    const [first] = inner.arguments;
    return first !== undefined && first.type !== 'SpreadElement' && isAtBar(market, first);
  }
  if (inner.type === 'Identifier') {
    const init = initOf(market, inner);
    if (init !== undefined) return isAtBar(market, init);
  }
  if (inner.type === 'BinaryExpression' && inner.left.type !== 'PrivateIdentifier') {
    const isWord = /^[%&]$/.test(inner.operator) && isWordSize(inner.right);
    if (!isWord && !/^[-+]$/.test(inner.operator)) return false;
    return isAtBar(market, inner.left) || isAtBar(market, inner.right);
  }
  return isNow(market, inner, nothingBound) || market.range(inner).base?.kind === 'current';
}

const isWordSize = (node: AnyNode): boolean =>
  node.type === 'Literal' && /^(?:31|32|53|63|64)n?$/.test(node.raw ?? '');

/** `1n << BigInt(bar.index)`, `2 ** bar.index` */
function isBitAtBar(market: Market, node: AnyNode): boolean {
  const inner = unwrap(node);
  if (inner.type !== 'BinaryExpression' || !/^(?:<<|\*\*)$/.test(inner.operator)) return false;
  return inner.left.type === 'Literal' && isAtBar(market, inner.right);
}

const mentionsBar = (market: Market, node: AnyNode): boolean =>
  [
    ...nodesWithin<AnyNode>(market.survey.ofType('MemberExpression'), node),
    ...nodesWithin<AnyNode>(market.survey.ofType('Identifier'), node),
  ].some((one) => isNow(market, one, nothingBound) || market.range(one).base?.kind === 'current');
