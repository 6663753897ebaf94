import { describe, expect, it } from 'vitest';
import { argumentsOf, makers } from './every-indicator.fixture.ts';
import { macd, pivots, sma, t3 } from './index.ts';

const bad = [0, -1, 2.5, Number.NaN, Infinity, 1e9, '5', null, [5], {}, Symbol('5'), 5n];

describe('an indicator refuses', () => {
  it.each([...makers])('%s: what is no number or word of its arguments', (name, make) => {
    const names = argumentsOf(make);
    const needed = Array.from({ length: make.length }, () => 5);
    names.forEach((argument, place) => {
      for (const [number, value] of bad.entries()) {
        const isAllowed =
          (argument === 'factor' || argument === 'maximum' || argument === 'step') &&
          typeof value === 'number' &&
          (name === 't3' ? value === 0 : value > 0 && Number.isFinite(value));
        if (isAllowed) continue;
        const values: unknown[] = [...needed, ...names.slice(needed.length).map(() => undefined)];
        values[place] = value;
        const call = `${name}, ${argument}, the bad value ${number}`;
        expect(() => make(...values), call).toThrow(RangeError);
        expect(() => make(...values), call).toThrow(`${name}: ${argument} must be `);
      }
    });
    if (make.length > 0) expect(() => make(), 'nothing').toThrow(`${name}: period must be `);
  });

  it('after finding every argument by its name', () => {
    expect(argumentsOf(sma)).toEqual(['period', 'source']);
    expect(argumentsOf(macd)).toEqual(['fast', 'slow', 'signal', 'source']);
  });

  it('saying what is allowed and what was given', () => {
    const refused = (make: () => unknown) => {
      expect(make).toThrow(RangeError);
      try {
        make();
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    expect(refused(() => sma(2.5))).toBe(
      'sma: period must be a whole number from 1 to 100000, not 2.5',
    );
    expect(refused(() => sma(5, 'price' as 'high'))).toBe(
      "sma: source must be open, high, low, close or volume, not 'price'",
    );
    expect(refused(() => macd(26, 12))).toBe('macd: fast must be below slow (12), not 26');
    expect(refused(() => pivots('year' as 'day'))).toBe(
      "pivots: period must be day, week or month, not 'year'",
    );
    expect(refused(() => t3(5, 2))).toBe('t3: factor must be a number from 0 to 1, not 2');
  });
});
