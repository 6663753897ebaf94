import { describe, expect, it } from 'vitest';
import { canonicalDecision, parseDecision } from './decision.ts';

describe('parseDecision', () => {
  it('takes a proper decision and drops what does not belong to it', () => {
    const hostile = {
      bar: 3,
      kind: 'quantity',
      amount: -0.5,
      tag: 'x',
      price: 1,
      __proto__: { a: 1 },
    };
    expect(parseDecision(hostile, 0, 10)).toEqual({
      bar: 3,
      kind: 'quantity',
      amount: -0.5,
      tag: 'x',
    });
  });

  it.each([
    [null, 'is not an object'],
    [{ bar: -1, kind: 'quantity', amount: 1 }, 'bar is not an integer'],
    [{ bar: 10, kind: 'quantity', amount: 1 }, 'bar is not an integer'],
    [{ bar: 1.5, kind: 'quantity', amount: 1 }, 'bar is not an integer'],
    [{ bar: 1, kind: 'fill', amount: 1 }, 'kind is unknown'],
    [{ bar: 1, kind: 'quantity', amount: Infinity }, 'amount is not finite'],
    [{ bar: 1, kind: 'quantity', amount: Number.NaN }, 'amount is not finite'],
    [{ bar: 1, kind: 'quantity', amount: '1' }, 'amount is not finite'],
    [{ bar: 1, kind: 'quantity', amount: 1, tag: 'x'.repeat(65) }, 'tag is not a text'],
  ])('refuses %j', (value, message) => {
    expect(() => parseDecision(value, 7, 10)).toThrow(`Decision 7: ${message}`);
  });
});

describe('canonicalDecision', () => {
  it('is exact and unambiguous', () => {
    expect(canonicalDecision({ bar: 1, kind: 'quantity', amount: 0.1 + 0.2 })).toBe(
      '1 quantity 0.30000000000000004\n',
    );
    expect(canonicalDecision({ bar: 1, kind: 'quantity', amount: 1, tag: 'a\n2 quantity 1' })).toBe(
      '1 quantity 1 "a\\n2 quantity 1"\n',
    );
  });
});
