import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDecision, maximumLinkedOrders, type Decision } from './decision.ts';
import { parseDecision } from './parse-decision.ts';
import { anyRun } from './random-run.fixture.ts';

const good = { bar: 1, kind: 'quantity', amount: 1 };
const parse = (value: unknown) => parseDecision(value, 4, 10);

describe('a hostile decision', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', '{"bar":1}'],
    ['a number', 5],
    ['a list', [good]],
    ['a function', () => good],
    ['no bar', { kind: 'quantity', amount: 1 }],
    ['a bar as text', { ...good, bar: '1' }],
    ['a bar that converts itself', { ...good, bar: { valueOf: () => 1 } }],
    ['a huge amount', { ...good, amount: '1e308' }],
    ['an amount as big integer', { ...good, amount: 1n }],
    ['a kind of the prototype', { ...good, kind: 'constructor' }],
    ['a kind as a list', { ...good, kind: ['quantity'] }],
    ['a type of the prototype', { ...good, type: 'toString' }],
    ['a type that is null', { ...good, type: null }],
    ['a symbol of a thousand letters', { ...good, symbol: 'A'.repeat(1000) }],
    ['a tag that is an object', { ...good, tag: { toString: () => 'x' } }],
    ['a limit that is null', { ...good, type: 'limit', limit: null }],
    ['a negative trail', { ...good, type: 'trailing-stop', trailAmount: -1 }],
    ['a trail of 100 %', { ...good, type: 'trailing-stop', trailPercent: 1 }],
    ['a stop-loss of NaN', { ...good, stopLoss: NaN }],
    ['both kinds of stop-loss', { ...good, stopLoss: 5, stopLossPercent: 0.1 }],
    ['good until ever', { ...good, goodUntil: Infinity }],
    ['an order number beyond exactness', { bar: 1, kind: 'cancel', order: 2 ** 53 }],
    ['an order number with a fraction', { bar: 1, kind: 'cancel', order: 1.5 }],
    ['a change to an infinite price', { bar: 1, kind: 'modify', order: 1, stop: Infinity }],
    ['a change to no quantity', { bar: 1, kind: 'modify', order: 1, quantity: 0 }],
    ['a link of a thing like a list', { bar: 1, kind: 'one-cancels-other', orders: { length: 2 } }],
    [
      'a link of too many',
      {
        bar: 1,
        kind: 'one-cancels-other',
        orders: Array.from({ length: maximumLinkedOrders + 1 }, (_, index) => index + 1),
      },
    ],
  ])('%s is refused with its position', (_, value) => {
    expect(() => parse(value)).toThrow(/^Decision 4: /);
  });

  it('leaves nothing behind on prototypes', () => {
    const value: unknown = JSON.parse(
      '{"bar":1,"kind":"quantity","amount":1,"__proto__":{"tag":"x"},"constructor":1,"toJSON":2}',
    );
    expect(Object.keys(parse(value))).toEqual(['bar', 'kind', 'amount']);
    expect(({} as { tag?: string }).tag).toBeUndefined();
  });

  it('whatever it is, comes out as a decision or as a RangeError', () => {
    const field = fc.oneof(
      fc.anything(),
      fc.constantFrom('quantity', 'limit', 'cancel', 'modify', 1, 0),
    );
    const names = ['bar', 'kind', 'amount', 'type', 'limit', 'stop', 'order', 'orders', 'tag'];
    const record = fc.record(Object.fromEntries(names.map((name) => [name, field])));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), record), (value) => {
        try {
          const decision = parse(value);
          expect(parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the canonical text of decisions', () => {
  const decisionsOf = ({ decisions }: { decisions: readonly Decision[] }) => decisions;

  it('is one line each, whatever symbols and tags say', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (symbol, tag) => {
        const line = canonicalDecision(parse({ ...good, symbol, tag }));
        expect(line.endsWith('\n')).toBe(true);
        expect(line.slice(0, -1)).not.toContain('\n');
      }),
    );
  });

  it('is equal for equal decisions only', () => {
    fc.assert(
      fc.property(anyRun.map(decisionsOf), (decisions) => {
        const byText = new Map<string, Decision>();
        for (const decision of decisions) {
          const text = canonicalDecision(decision);
          const before = byText.get(text);
          if (before !== undefined) expect(decision).toEqual(before);
          byText.set(text, decision);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be forged by a tag or a symbol', () => {
    const honest = canonicalDecision(parse({ ...good, symbol: 'A', tag: 't' }));
    for (const forged of [
      { ...good, symbol: 'A" "t' },
      { ...good, tag: 'A" "t' },
      { ...good, symbol: 'A', tag: 't"\n1 quantity 1' },
      { ...good, tag: ' symbol="A" "t' },
    ]) {
      expect(canonicalDecision(parse(forged))).not.toBe(honest);
    }
  });

  it('tells zero from minus zero no more than the engine does', () => {
    expect(canonicalDecision({ bar: 0, kind: 'target-percent', amount: -0 })).toBe(
      canonicalDecision({ bar: 0, kind: 'target-percent', amount: 0 }),
    );
  });
});
