import { describe, expect, it } from 'vitest';
import { createBars, type Bars } from './bars.ts';
import { createMarket } from './market.ts';
import { sessionOf, utcSessions, zoneOffsets } from './sessions.ts';

const hour = 3_600_000;

function at(symbol: string, ...times: number[]): Bars {
  const time = Float64Array.from(times);
  const price = time.map(() => 1);
  return createBars(symbol, {
    time,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: price,
  });
}

describe('the clock of a market', () => {
  it.each<[string, number[][], number[]]>([
    ['of one instrument is its own', [[1, 2, 5]], [1, 2, 5]],
    [
      'has every time of any instrument once',
      [
        [1, 2, 4],
        [2, 3, 4],
      ],
      [1, 2, 3, 4],
    ],
    [
      'does not need them to overlap',
      [
        [5, 6],
        [1, 2],
      ],
      [1, 2, 5, 6],
    ],
    ['takes one without bars', [[1, 2], []], [1, 2]],
    [
      'reaches before 1970',
      [
        [-5, 3],
        [-9, 3],
      ],
      [-9, -5, 3],
    ],
    ['unites many', [[3], [1], [2], [1, 3]], [1, 2, 3]],
  ])('%s', (_, times, clock) => {
    const instruments = times.map((list, index) => ({ bars: at(`S${index}`, ...list) }));
    expect([...createMarket(instruments).time]).toEqual(clock);
  });

  it('keeps the instruments in the order in which they were given', () => {
    const market = createMarket([{ bars: at('Z', 1) }, { bars: at('A', 1) }]);
    expect(market.instruments.map(({ bars }) => bars.symbol)).toEqual(['Z', 'A']);
    expect(market.sessions).toBe(utcSessions);
  });

  it('has no finer bars where there is not one', () => {
    const { instruments } = createMarket([
      { bars: at('A', 1), finer: at('A', 1, 2) },
      { bars: at('B'), finer: at('B') },
    ]);
    expect(instruments.map((instrument) => 'finer' in instrument)).toEqual([true, false]);
  });
});

describe('a market refuses', () => {
  it.each<[string, () => unknown, string]>([
    ['no instrument', () => createMarket([]), 'at least one instrument'],
    [
      'a symbol twice',
      () => createMarket([{ bars: at('A', 1) }, { bars: at('A', 2) }]),
      'A comes twice',
    ],
    ['a time twice', () => createMarket([{ bars: at('A', 1, 1) }]), 'A do not ascend at row 1'],
    ['times that go back', () => createMarket([{ bars: at('A', 1, 3, 2) }]), 'at row 2'],
    ['a time that is none', () => createMarket([{ bars: at('A', 1, NaN) }]), 'at row 1'],
    [
      'finer bars that go back',
      () => createMarket([{ bars: at('A', 1), finer: at('A', 2, 1) }]),
      'at row 1',
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('the hours of a session', () => {
  /** How many hourly bars each session has, from noon UTC of one day to noon of another. */
  const hoursOf = (zone: string, start: number, from: string, to: string) => {
    const [first, last] = [Date.parse(from), Date.parse(to)];
    const offsets = zoneOffsets(zone, start, first, last);
    const counts = new Map<string, number>();
    for (let time = first; time < last; time += hour) {
      const name = new Date(sessionOf(time, offsets) * 24 * hour).toISOString().slice(0, 10);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    // The first and the last are cut by the range.
    return [...counts].slice(1, -1);
  };

  // Clocks go forward on 14 March (New York) and 28 March 2021 (Berlin), back on 7 November and
  // 31 October: those local days have 23 and 25 hours.
  it.each<[string, number, string, string, [string, number][]]>([
    [
      'America/New_York',
      0,
      '2021-03-12T12:00Z',
      '2021-03-16T12:00Z',
      [
        ['2021-03-13', 24],
        ['2021-03-14', 23],
        ['2021-03-15', 24],
      ],
    ],
    [
      'America/New_York',
      0,
      '2021-11-05T12:00Z',
      '2021-11-09T12:00Z',
      [
        ['2021-11-06', 24],
        ['2021-11-07', 25],
        ['2021-11-08', 24],
      ],
    ],
    [
      'Europe/Berlin',
      0,
      '2021-03-26T12:00Z',
      '2021-03-30T12:00Z',
      [
        ['2021-03-27', 24],
        ['2021-03-28', 23],
        ['2021-03-29', 24],
      ],
    ],
    [
      'Europe/Berlin',
      0,
      '2021-10-29T12:00Z',
      '2021-11-02T12:00Z',
      [
        ['2021-10-30', 24],
        ['2021-10-31', 25],
        ['2021-11-01', 24],
      ],
    ],
    // A session from 18:00 to 18:00: the change at two in the morning falls into the one named after
    // the day of the change.
    [
      'America/New_York',
      18 * 60,
      '2021-03-12T12:00Z',
      '2021-03-16T12:00Z',
      [
        ['2021-03-13', 24],
        ['2021-03-14', 23],
        ['2021-03-15', 24],
      ],
    ],
  ])('in %s from minute %d, %s', (zone, start, from, to, expected) => {
    expect(hoursOf(zone, start, from, to)).toEqual(expected);
  });
});
