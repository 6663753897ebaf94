import type { Bars } from '../bars/bars.ts';
import { allBars, givenData, priceFields, type GivenData, type PriceField } from './given-data.ts';

/** Copies that were handed out: a text may change its own, and a loop must not make one a bar. */
let copies = new Map<string, number[]>();
let copiedFrom: GivenData | undefined;

/** The bars of a script's run. Its columns are arrays with one value a bar of the clock, `NaN` for none. */
export const data = Object.freeze({
  get time(): number[] {
    return copyOf('time', () => Array.from(allBars().market.time));
  },
  get open(): number[] {
    return columnOf('open');
  },
  get high(): number[] {
    return columnOf('high');
  },
  get low(): number[] {
    return columnOf('low');
  },
  get close(): number[] {
    return columnOf('close');
  },
  get volume(): number[] {
    return columnOf('volume');
  },
  get symbols(): string[] {
    return givenData().market.instruments.map(({ bars }) => bars.symbol);
  },
  get(field: PriceField, symbol?: string): number[] {
    if (!priceFields.includes(field)) {
      throw new RangeError(`data.get: there is no "${String(field)}" (${priceFields.join(', ')})`);
    }
    return columnOf(field, symbol);
  },
});

function columnOf(field: PriceField, symbol?: string): number[] {
  const { market } = allBars();
  const number =
    symbol === undefined ? 0 : market.instruments.findIndex(({ bars }) => bars.symbol === symbol);
  const instrument = market.instruments[number];
  if (instrument === undefined) {
    throw new RangeError(
      `data.get: there is no "${String(symbol)}" in this run (${data.symbols.join(', ')})`,
    );
  }
  return copyOf(`${field} ${number}`, () => onClock(market.time, instrument.bars, field));
}

function onClock(clock: Float64Array, bars: Bars, field: PriceField): number[] {
  const column = bars[field];
  if (bars.time.length === clock.length) return Array.from(column);
  let row = 0;
  return Array.from(clock, (time) => (bars.time[row] === time ? (column[row++] as number) : NaN));
}

function copyOf(name: string, make: () => number[]): number[] {
  const current = allBars();
  if (current !== copiedFrom) copies = new Map();
  copiedFrom = current;
  const known = copies.get(name) ?? make();
  copies.set(name, known);
  return known;
}
