/** A sum of a number and multiples of amounts whose size is not known: `2 * width - 1`. */
export interface Linear {
  readonly constant: number;
  readonly terms: ReadonlyMap<string, number>;
}

const noTerms: ReadonlyMap<string, number> = new Map();

export const number = (constant: number): Linear => ({ constant, terms: noTerms });
export const amount = (name: string): Linear => ({ constant: 0, terms: new Map([[name, 1]]) });

/** An amount larger than any other. */
export const endless: Linear = amount('∞');

export const isEndless = ({ terms }: Linear): boolean => terms.has('∞');

/** An amount that may lie on either side of zero. */
export const eitherWay = (name: string): Linear => ({
  constant: 0,
  terms: new Map([
    [name, 1],
    [`-${name}`, -1],
  ]),
});

export function plus(a: Linear, b: Linear, times = 1): Linear {
  const constant = a.constant + times * b.constant;
  if (b.terms.size === 0) return { constant, terms: a.terms };
  const terms = new Map(a.terms);
  for (const [name, factor] of b.terms) {
    const sum = (terms.get(name) ?? 0) + times * factor;
    if (sum === 0) terms.delete(name);
    else terms.set(name, sum);
  }
  return { constant, terms };
}

export const minus = (a: Linear, b: Linear): Linear => plus(a, b, -1);

export const times = (a: Linear, factor: number): Linear => plus(number(0), a, factor);

/** The number itself, where no unknown amounts are in it. */
export const knownNumber = ({ constant, terms }: Linear): number | undefined =>
  terms.size === 0 ? constant : undefined;

/**
 * Certainly above zero, unknown amounts being at least 1: horizons, widths and lags are. Amounts
 * with different signs may cancel each other.
 */
export function isAboveZero({ constant, terms }: Linear): boolean {
  if (terms.size === 0) return constant > 0;
  if (terms.has('∞')) return (terms.get('∞') ?? 0) > 0;
  let grows = false;
  for (const factor of terms.values()) {
    if (factor < 0) return false;
    grows = true;
  }
  return grows && constant >= -1;
}

export const isBelowZero = (value: Linear): boolean => {
  const { constant, terms } = value;
  if (terms.size === 0) return constant < 0;
  return constant <= 0 && [...terms.values()].every((factor) => factor < 0);
};

/** The larger of two, where that can be said; else the first. */
export function larger(a: Linear, b: Linear): Linear {
  const difference = minus(b, a);
  const isKnown = knownNumber(difference);
  return (isKnown ?? (isAboveZero(difference) ? 1 : 0)) > 0 ? b : a;
}

export function smaller(a: Linear, b: Linear): Linear {
  return larger(a, b) === b ? a : b;
}
