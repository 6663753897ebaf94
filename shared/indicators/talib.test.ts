import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as indicators from './index.ts';
import type { Bar } from './indicator.ts';
import { lines } from './lines.fixture.ts';
import { parityCases, type ParityCase } from './talib-cases.fixture.ts';
import { openTalib } from './talib.fixture.ts';
import { changesOf, hardSeries, sp500, type Stretch } from './test-series.fixture.ts';

const talib = await openTalib();

/** The first bar, and how far apart, where the two differ by more than 1e-9 of the greater (or of 1). */
function difference(ours: readonly number[], theirs: readonly number[], from: number): string {
  for (let bar = from; bar < ours.length; bar += 1) {
    const own = ours[bar] as number;
    const other = theirs[bar - from] as number;
    if (!(Math.abs(own - other) <= 1e-9 * Math.max(1, Math.abs(other)))) {
      return `bar ${bar}: ${own}, TA-Lib ${other}`;
    }
  }
  return 'none';
}

function compare({ ours, name, parameters, outputs, start }: ParityCase, bars: readonly Bar[]) {
  const [from, ready] = typeof start === 'number' ? [start, start] : [start.talib, start.ours];
  const computed = lines(ours(indicators), Object.keys(outputs), bars);
  const [begin, theirs] = talib(name, parameters, bars);
  const call = `${name} ${JSON.stringify(parameters)}`;
  expect(begin, `${call} begins`).toBe(from);
  Object.entries(outputs).forEach(([line, output], index) => {
    const own = computed[index] as number[];
    const apart = difference(own, theirs[output] as number[], from);
    expect(apart, `${call} ${line}: ${apart}`).toBe('none');
    expect(own.slice(0, ready).every(Number.isNaN), `${call} ${line} warms up`).toBe(true);
    expect(own.slice(ready).some(Number.isNaN), `${call} ${line} is ready`).toBe(false);
  });
}

/** TA-Lib subtracts two large sums: compared on changes here, on prices with oracles.fixture.ts. */
const losesDigits = ['VAR', 'STDDEV', 'CORREL'];

/** Two bars correlate by 1, -1 or 0 exactly; TA-Lib's subtractions leave ten digits of that. */
const isExact = ({ name, parameters }: ParityCase) =>
  name === 'CORREL' && 'timePeriod' in parameters && parameters.timePeriod === 2;

const stretch: fc.Arbitrary<Stretch> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('walk' as const),
      moves: fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 20, maxLength: 60 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('gap' as const),
      by: fc.integer({ min: -3000, max: 3000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('flat' as const),
      // TA-Lib takes a smoothed sum below 1e-8 for zero; 20 halvings of a move stay above it.
      bars: fc.integer({ min: 1, max: 20 }),
    }),
  },
);
/** Flats in a row would add up to more halvings than that. */
const isApart = ({ kind }: Stretch, place: number, all: readonly Stretch[]) =>
  kind !== 'flat' || all[place - 1]?.kind !== 'flat';

const walk: Stretch = {
  kind: 'walk',
  moves: Array.from({ length: 120 }, (_, at) => ((at * 29) % 41) - 19),
};

describe('equal to TA-Lib after the documented warm-up', () => {
  const market = sp500();
  const changes = changesOf(market);

  it.each(parityCases.filter((parity) => !isExact(parity)))(
    '$name $parameters on the S&P 500',
    (parity) => {
      compare(parity, losesDigits.includes(parity.name) ? changes : market);
    },
  );

  it.each(parityCases)('$name $parameters on gaps, flats and walks', (parity) => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), (stretches) => {
        const bars = hardSeries([walk, ...stretches.filter(isApart)]);
        compare(parity, losesDigits.includes(parity.name) ? changesOf(bars) : bars);
      }),
      { numRuns: 10 },
    );
  });
});
