import {
  maximumLinkedOrders,
  maximumTagLength,
  orderTypes,
  sizeKinds,
  termNames,
  type Decision,
  type OrderTerms,
  type OrderType,
  type SizeKind,
} from './decision.ts';
import { termsProblem } from './order-terms.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one decision from data that may be hostile: only the known fields are taken over.
 * @throws {RangeError} that says what is wrong, with the decision's position in the list.
 */
export function parseDecision(value: unknown, position: number, barCount: number): Decision {
  try {
    if (typeof value !== 'object' || value === null) throw new RangeError('is not an object');
    const fields = value as Fields;
    const bar = wholeNumber(fields, 'bar', 0, barCount - 1);
    switch (fields['kind']) {
      case 'cancel':
        return { bar, kind: 'cancel', order: orderNumber(fields['order']) };
      case 'modify':
        return parseModify(bar, fields);
      case 'one-cancels-other':
        return { bar, kind: 'one-cancels-other', orders: linkedOrders(fields['orders']) };
      default:
        return parseOrder(bar, fields);
    }
  } catch (error) {
    throw new RangeError(`Decision ${position}: ${(error as Error).message}`, { cause: error });
  }
}

function parseOrder(bar: number, fields: Fields): Decision {
  const { kind, type, symbol, tag } = fields;
  if (!sizeKinds.includes(kind as SizeKind)) throw new RangeError('kind is unknown');
  if (type !== undefined && !orderTypes.includes(type as OrderType)) {
    throw new RangeError('type is unknown');
  }
  const amount = finite(fields, 'amount');
  const terms = parseTerms(fields);
  const problem = termsProblem((type as OrderType | undefined) ?? 'market', terms);
  if (problem !== undefined) throw new RangeError(problem);
  return {
    bar,
    kind: kind as SizeKind,
    amount,
    ...(symbol === undefined ? {} : { symbol: text(fields, 'symbol', 60) }),
    ...(type === undefined ? {} : { type: type as OrderType }),
    ...terms,
    ...(tag === undefined ? {} : { tag: text(fields, 'tag', maximumTagLength) }),
  };
}

function parseModify(bar: number, fields: Fields): Decision {
  const { limit, stop, trailAmount, trailPercent, takeProfit, stopLoss, quantity } = fields;
  const terms = parseTerms({ limit, stop, trailAmount, trailPercent, takeProfit, stopLoss });
  for (const [name, value] of Object.entries(terms)) {
    if (!(value > 0)) throw new RangeError(`${name} is not above 0`);
  }
  const size = quantity === undefined ? {} : { quantity: finite(fields, 'quantity') };
  if (size.quantity !== undefined && !(size.quantity > 0)) {
    throw new RangeError('quantity is not above 0');
  }
  return { bar, kind: 'modify', order: orderNumber(fields['order']), ...terms, ...size };
}

function parseTerms(fields: Fields): OrderTerms {
  const terms: Record<string, unknown> = {};
  for (const name of termNames) {
    if (fields[name] === undefined) continue;
    terms[name] = name === 'goodUntil' && fields[name] === 'day' ? 'day' : finite(fields, name);
  }
  return terms;
}

function linkedOrders(value: unknown): number[] {
  if (!Array.isArray(value) || value.length < 2 || value.length > maximumLinkedOrders) {
    throw new RangeError(`orders is not a list of 2 to ${maximumLinkedOrders}`);
  }
  return value.map(orderNumber);
}

function orderNumber(value: unknown): number {
  return wholeNumber({ order: value }, 'order', 1, Number.MAX_SAFE_INTEGER);
}

function wholeNumber(fields: Fields, name: string, least: number, most: number): number {
  const value = fields[name];
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) {
    return value as number;
  }
  throw new RangeError(`${name} is not an integer from ${least} to ${most}`);
}

function finite(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new RangeError(`${name} is not finite`);
}

function text(fields: Fields, name: string, longest: number): string {
  const value = fields[name];
  if (typeof value === 'string' && value.length <= longest) return value;
  throw new RangeError(`${name} is not a text of at most ${longest} characters`);
}
