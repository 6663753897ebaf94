import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBars } from '../../shared/bars/bars.ts';
import { createMarket, type Market } from '../../shared/bars/market.ts';
import { packMarket } from '../../shared/frames/market-bytes.ts';
import { extractResult } from '../../shared/strategy/script-result.ts';
import { decisionsOf, readWeights } from '../../shared/strategy/target-weights.ts';
import { preparePythonImage, runPython } from './run-python.fixture.ts';

let imageId = '';
beforeAll(async () => {
  imageId = await preparePythonImage();
});

const cases = 500;
const seed = 20_240_102;
const symbols = ['A', 'B', 'C'];

async function answers(given: readonly unknown[]): Promise<unknown[]> {
  const lines = given.map((one) => JSON.stringify(one));
  const answered = await runPython(imageId, 'scripts_driver.py', lines);
  return answered.map((line) => JSON.parse(line) as unknown);
}

/** Instruments whose bars are on some of the days only. */
function marketOf(days: readonly (readonly boolean[])[]): Market {
  return createMarket(
    days.map((present, number) => {
      const kept = present.flatMap((has, day) => (has || day === 0 ? [day] : []));
      const column = (value: (day: number) => number) => Float64Array.from(kept, value);
      const price = column(() => 100);
      return {
        bars: createBars(symbols[number] ?? '', {
          time: column((day) => day * 86_400_000),
          ...{ open: price, high: price, low: price, close: price, volume: price },
        }),
      };
    }),
  );
}

describe('weights', () => {
  const weight = fc.oneof(
    fc.constantFrom(null, 0, 1, -0.5, 0.25, 0.25),
    fc.double({ min: -3, max: 3, noNaN: true }),
  );
  const exits = fc.constantFrom({}, { stopLossPercent: 0.05 }, { takeProfitPercent: 2 });

  it('become the same decisions in both languages', async () => {
    const given = fc
      .sample(
        fc.record({
          days: fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), {
            minLength: 1,
            maxLength: 3,
          }),
          columns: fc.array(fc.array(weight, { minLength: 8, maxLength: 8 }), {
            minLength: 3,
            maxLength: 3,
          }),
          order: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }),
          terms: exits,
        }),
        { numRuns: cases, seed },
      )
      .map(({ days, columns, order, terms }) => {
        const market = marketOf(days);
        const named = order
          .filter((number) => number < days.length)
          .map((number) => [
            symbols[number] ?? '',
            (columns[number] ?? []).slice(0, market.time.length),
          ]);
        // As they are sent: JSON has no negative zero.
        const weights = JSON.parse(JSON.stringify(Object.fromEntries(named))) as Record<
          string,
          (number | null)[]
        >;
        return { market, terms, weights };
      })
      .filter(({ weights }) => Object.keys(weights).length > 0);
    const sent = given.map(({ market, ...rest }) => {
      const { columns, ...job } = packMarket(market);
      return { ...rest, job, columns: Buffer.from(columns).toString('base64') };
    });
    const expected = given.map(({ market, weights, terms }) => [
      ...decisionsOf(readWeights(weights, market), market, terms),
    ]);
    expect(expected.flat().length).toBeGreaterThan(cases);
    expect(await answers(sent)).toEqual(expected);
  });
});

/** As it travels; pandas decides what kind a column without any value has. */
function withoutEmptyKinds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, 'values')) return part;
    const { values } = part as { values: unknown[] };
    return values.every((one) => one === null) ? { ...part, kind: 'any' } : part;
  });
}

describe('what a script leaves', () => {
  const number = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.5, -2.25));
  const name = fc.constantFrom('a', 'b', 'c', 'Ö');
  const plain = fc.oneof(fc.constant(null), fc.boolean(), number, fc.constantFrom('', 'x', '7'));
  const alike = fc.oneof(fc.array(number), fc.array(fc.boolean()), fc.array(fc.constant('x')));
  const row = fc.dictionary(name, plain, { noNullPrototype: true });
  const record = fc.dictionary(name, fc.oneof(plain, row, alike), { noNullPrototype: true });
  const value = fc.oneof(
    ...[plain, alike, fc.array(plain), row, record, fc.array(row), fc.array(fc.array(plain))],
    fc.dictionary(name, fc.array(number, { minLength: 3, maxLength: 3 }), {
      noNullPrototype: true,
    }),
    fc.dictionary(name, row, { noNullPrototype: true }),
    fc.array(fc.oneof(plain, row, alike)),
  );

  it('is read the same in both languages', async () => {
    const given = fc.sample(value, { numRuns: cases, seed });
    const read = await answers(given.map((one) => ({ value: one })));
    given.forEach((one, index) => {
      const { result, error } = extractResult(one);
      const expected = { result, isWhole: error === null };
      expect(withoutEmptyKinds(read[index]), JSON.stringify(one)).toEqual(
        withoutEmptyKinds(expected),
      );
    });
  });
});
