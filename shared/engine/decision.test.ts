import { describe, expect, it } from 'vitest';
import { canonicalDecision } from './decision.ts';
import { parseDecision } from './parse-decision.ts';

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
    [{ bar: 1, kind: 'quantity', amount: 1, type: 'iceberg' }, 'type is unknown'],
    [{ bar: 1, kind: 'quantity', amount: 1, type: 'limit' }, 'a limit order needs limit'],
    [{ bar: 1, kind: 'quantity', amount: 1, limit: 5 }, 'a market order takes no limit'],
    [{ bar: 1, kind: 'quantity', amount: 1, type: 'stop', stop: -1 }, 'stop is -1'],
    [{ bar: 1, kind: 'quantity', amount: 1, type: 'stop', stop: '1' }, 'stop is not finite'],
    [{ bar: 1, kind: 'quantity', amount: 1, type: 'trailing-stop' }, 'a trailing stop needs'],
    [{ bar: 1, kind: 'quantity', amount: 1, stopLossPercent: 1 }, 'stopLossPercent is 1'],
    [
      { bar: 1, kind: 'quantity', amount: 1, takeProfit: 1, takeProfitPercent: 1 },
      'takeProfit and',
    ],
    [{ bar: 1, kind: 'quantity', amount: 1, goodUntil: 'week' }, 'goodUntil is not finite'],
    [{ bar: 1, kind: 'quantity', amount: 1, symbol: 5 }, 'symbol is not a text'],
    [{ bar: 1, kind: 'cancel', order: 0 }, 'order is not an integer'],
    [{ bar: 1, kind: 'modify', order: 1, limit: 0 }, 'limit is not above 0'],
    [{ bar: 1, kind: 'modify', order: 1, quantity: -1 }, 'quantity is not above 0'],
    [{ bar: 1, kind: 'one-cancels-other', orders: [1] }, 'orders is not a list'],
    [{ bar: 1, kind: 'one-cancels-other', orders: [1, 'x'] }, 'order is not an integer'],
  ])('refuses %j', (value, message) => {
    expect(() => parseDecision(value, 7, 10)).toThrow(`Decision 7: ${message}`);
  });
});

describe('canonicalDecision', () => {
  it('tells every kind and term apart', () => {
    const lines = [
      { bar: 1, kind: 'quantity', amount: 1 },
      { bar: 1, kind: 'quantity', amount: 1, symbol: 'A' },
      { bar: 1, kind: 'quantity', amount: 1, tag: 'symbol="A"' },
      { bar: 1, kind: 'quantity', amount: 1, type: 'limit', limit: 5 },
      { bar: 1, kind: 'quantity', amount: 1, type: 'stop', stop: 5 },
      { bar: 1, kind: 'quantity', amount: 1, goodUntil: 'day' },
      { bar: 1, kind: 'quantity', amount: 1, goodUntil: 5 },
      { bar: 1, kind: 'cancel', order: 1 },
      { bar: 1, kind: 'modify', order: 1, limit: 5 },
      { bar: 1, kind: 'modify', order: 1, quantity: 5 },
      { bar: 1, kind: 'one-cancels-other', orders: [1, 2] },
    ].map((decision) => canonicalDecision(parseDecision(decision, 0, 10)));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('is exact and unambiguous', () => {
    expect(canonicalDecision({ bar: 1, kind: 'quantity', amount: 0.1 + 0.2 })).toBe(
      '1 quantity 0.30000000000000004\n',
    );
    expect(canonicalDecision({ bar: 1, kind: 'quantity', amount: 1, tag: 'a\n2 quantity 1' })).toBe(
      '1 quantity 1 "a\\n2 quantity 1"\n',
    );
  });
});
