import { anyRounds, Linear, Unknown, type Thing } from './thing.ts';

interface Range {
  readonly low: number;
  readonly high: number;
  /** Whether the ends themselves are left out. */
  readonly isAbove: boolean;
  readonly isBelow: boolean;
}

const anywhere: Range = { low: -Infinity, high: Infinity, isAbove: false, isBelow: false };
const notNegative: Range = { ...anywhere, low: 0 };

/** What has been assumed of unknown things on the way to a place. */
export class Facts {
  private readonly ranges: Map<string, Range>;
  private readonly truths: Map<string, boolean>;

  constructor(from?: Facts) {
    this.ranges = new Map(from?.ranges);
    this.truths = new Map(from?.truths);
  }

  /** Whether a thing counts as true; undefined where that is open. */
  truthOf(thing: Thing): boolean | undefined {
    if (thing instanceof Linear) return negated(this.sign(thing, '='));
    if (!(thing instanceof Unknown)) return typeof thing === 'object' ? thing !== null : !!thing;
    const { claim } = thing;
    if (claim?.kind === 'sign') return this.sign(claim.of, claim.operator);
    if (claim?.kind === 'not') return negated(this.truthOf(claim.of));
    if (claim !== undefined) {
      const truths = claim.of.map((part) => this.truthOf(part));
      const winner = claim.kind === 'or';
      if (truths.includes(winner)) return winner;
      return truths.includes(undefined) ? undefined : !winner;
    }
    return this.truths.get(thing.name);
  }

  /** `slack`: a number that is below another is so by at least as much. */
  assume(thing: Thing, truth: boolean, slack = 0): void {
    if (thing instanceof Linear) this.assumeSign(thing, '=', !truth);
    if (!(thing instanceof Unknown)) return;
    const { claim } = thing;
    if (claim?.kind === 'sign') {
      const { of, operator } = claim;
      const isOrder = operator !== '=' && of.terms.size === 1;
      const away = isOrder ? (truth ? slack : -slack) : 0;
      this.assumeSign(new Linear(of.terms, of.constant + away), operator, truth);
    } else if (claim?.kind === 'not') this.assume(claim.of, !truth, slack);
    else if (claim !== undefined) {
      if (truth === (claim.kind === 'and'))
        claim.of.forEach((part) => this.assume(part, truth, slack));
    } else this.truths.set(thing.name, truth);
  }

  /** Whether a claim is true only of nothing or less: of what is counted there is mostly some. */
  static isUnlikely(thing: Thing): boolean {
    const claim = thing instanceof Unknown ? thing.claim : undefined;
    if (claim?.kind !== 'sign' || claim.operator === '=' || claim.of.terms.size !== 1) return false;
    const { factor, offset } = keyOf(claim.of);
    return factor > 0 && -offset <= 1;
  }

  /** Whether a sum is below nothing, not above it, or nothing. */
  sign(sum: Linear, operator: '<' | '<=' | '='): boolean | undefined {
    const { low, high, isAbove, isBelow } = this.rangeOf(sum);
    if (operator === '<') {
      if (high < 0 || (high === 0 && isBelow)) return true;
      return low >= 0 ? false : undefined;
    }
    if (operator === '<=') {
      if (high <= 0) return true;
      return low > 0 || (low === 0 && isAbove) ? false : undefined;
    }
    if (low === 0 && high === 0) return true;
    const isApart = low > 0 || high < 0 || (low === 0 && isAbove) || (high === 0 && isBelow);
    if (isApart) return false;
    return this.truths.get(`=${keyOf(sum).key}${keyOf(sum).offset}`);
  }

  private assumeSign(sum: Linear, operator: '<' | '<=' | '=', truth: boolean): void {
    if (sum.terms.size === 0 || sum.terms.has(anyRounds)) return;
    const { key, factor, offset } = keyOf(sum);
    if (operator === '=' && !truth) {
      this.truths.set(`=${key}${offset}`, false);
      return;
    }
    // sum = factor × (key + offset): below nothing, or the other way where the factor is negative.
    const isUpper = factor > 0 === truth;
    const known = this.ranges.get(key) ?? anywhere;
    const isOpen = (operator === '<') === truth;
    const upper = { ...known, high: -offset, isBelow: isOpen };
    const lower = { ...known, low: -offset, isAbove: isOpen };
    if (operator === '=') this.ranges.set(key, { ...anywhere, low: -offset, high: -offset });
    else if (isUpper && -offset <= known.high) this.ranges.set(key, upper);
    else if (!isUpper && -offset >= known.low) this.ranges.set(key, lower);
  }

  private rangeOf(sum: Linear): Range {
    const rounds = sum.terms.get(anyRounds) ?? 0;
    const rest = new Map(sum.terms);
    rest.delete(anyRounds);
    const still = new Linear(rest, sum.constant);
    const range = rest.size === 0 ? point(sum.constant) : this.stillRange(still);
    if (rounds > 0) return { ...range, high: Infinity, isBelow: false };
    return rounds < 0 ? { ...range, low: -Infinity, isAbove: false } : range;
  }

  private stillRange(sum: Linear): Range {
    const { key, factor, offset } = keyOf(sum);
    const known = scaled(this.ranges.get(key) ?? anywhere, factor, offset);
    let sums = point(sum.constant);
    for (const [name, weight] of sum.terms) {
      const own = keyOf(new Linear(new Map([[name, 1]]), 0)).key;
      const base = isCount(name) ? notNegative : anywhere;
      const range = scaled(meet(base, this.ranges.get(own) ?? anywhere), weight, 0);
      sums = {
        low: sums.low + range.low,
        high: sums.high + range.high,
        isAbove: sums.isAbove || range.isAbove,
        isBelow: sums.isBelow || range.isBelow,
      };
    }
    return meet(known, sums);
  }
}

/** Lengths and unsigned numbers. */
const isCount = (name: string): boolean => name.startsWith('~count') || name.includes('.length#');

const negated = (truth: boolean | undefined): boolean | undefined =>
  truth === undefined ? undefined : !truth;

const point = (value: number): Range => ({ ...anywhere, low: value, high: value });

function scaled(range: Range, factor: number, offset: number): Range {
  const [low, high] = [factor * (range.low + offset), factor * (range.high + offset)];
  return factor > 0
    ? { ...range, low, high }
    : { low: high, high: low, isAbove: range.isBelow, isBelow: range.isAbove };
}

function meet(a: Range, b: Range): Range {
  const isLow = a.low > b.low || (a.low === b.low && a.isAbove);
  const isHigh = a.high < b.high || (a.high === b.high && a.isBelow);
  return {
    low: isLow ? a.low : b.low,
    isAbove: isLow ? a.isAbove : b.isAbove,
    high: isHigh ? a.high : b.high,
    isBelow: isHigh ? a.isBelow : b.isBelow,
  };
}

/** A sum as factor × (key + offset), so that all its multiples share one key. */
function keyOf({ terms, constant }: Linear): {
  readonly key: string;
  readonly factor: number;
  readonly offset: number;
} {
  const [first] = terms;
  const factor = first?.[1] ?? 1;
  const key = [...terms].map(([name, weight]) => `${weight / factor}*${name}`).join('+');
  return { key, factor, offset: constant / factor };
}
