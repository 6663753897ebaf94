import {
  maximumTagLength,
  termNames,
  type OrderDecision,
  type OrderTerms,
  type OrderType,
} from '../engine/decision.ts';
import { termsProblem } from '../engine/order-terms.ts';
import { describeValue } from './describe-value.ts';

/** What an order call takes beside its size. Prices are per unit, percents shares (0.05 is 5%). */
export interface OrderOptions extends Omit<OrderTerms, 'goodUntil'> {
  /** Which instrument; absent: the run's main one. */
  readonly symbol?: string;
  /** Fill at the session's last close instead of the next open. */
  readonly atClose?: boolean;
  readonly goodUntil?: 'day' | number | Date;
  /** A note of at most 64 characters that stays with the order and its trade. */
  readonly tag?: string;
}

type DecisionTerms = Pick<OrderDecision, 'type' | 'tag'> & OrderTerms;

const optionNames = ['symbol', 'atClose', 'tag', ...termNames];

/**
 * Turns an order call's options into a decision's terms; the order's type follows from what is given.
 * @throws {RangeError} that begins with `call` and says what is wrong.
 */
export function readOrderOptions(call: string, options: OrderOptions): DecisionTerms {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`${call}: the options are an object such as { limit: 100 }`);
  }
  for (const name of Object.keys(options)) {
    if (!optionNames.includes(name)) {
      throw new RangeError(
        `${call}: there is no option "${name}"; options: ${optionNames.join(', ')}`,
      );
    }
  }
  const { atClose, tag } = options;
  if (tag !== undefined && (typeof tag !== 'string' || tag.length > maximumTagLength)) {
    throw new TypeError(`${call}: a tag is a text of at most ${maximumTagLength} characters`);
  }
  const terms = readTerms(call, options);
  const type = typeOf(terms, atClose === true);
  const problem = termsProblem(type, terms);
  if (problem !== undefined) throw new RangeError(`${call}: ${problem}`);
  return {
    ...(type === 'market' ? {} : { type }),
    ...terms,
    ...(tag === undefined ? {} : { tag }),
  };
}

function readTerms(call: string, options: OrderOptions): OrderTerms {
  const terms: Record<string, number | 'day'> = {};
  for (const name of termNames) {
    const value: unknown = options[name];
    if (value === undefined) continue;
    if (name === 'goodUntil') terms[name] = readGoodUntil(call, value);
    else if (typeof value === 'number') terms[name] = value;
    else throw new TypeError(`${call}: ${name} is ${describeValue(value)}; it must be a number`);
  }
  return terms;
}

function readGoodUntil(call: string, value: unknown): 'day' | number {
  if (value === 'day') return value;
  const time = value instanceof Date ? value.getTime() : value;
  if (typeof time === 'number' && Number.isFinite(time)) return time;
  throw new TypeError(`${call}: goodUntil is "day", a Date or a time in milliseconds`);
}

function typeOf(terms: OrderTerms, atClose: boolean): OrderType {
  if (atClose) return 'market-on-close';
  if (terms.trailAmount !== undefined || terms.trailPercent !== undefined) return 'trailing-stop';
  if (terms.stop !== undefined) return terms.limit === undefined ? 'stop' : 'stop-limit';
  return terms.limit === undefined ? 'market' : 'limit';
}
