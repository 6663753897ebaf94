import { createBars, type Bars } from '../bars/bars.ts';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { replay } from './replay.ts';
import type { SimulationResult } from './result.ts';
import { defaultSettings, type EngineSettings } from './settings.ts';

export const day = 86_400_000;

/** Open, high, low, close and, where it matters, the volume. */
export type Row = readonly [number, number, number, number, number?];

/** Bars a day from 1970-01-01 on, or `step` milliseconds apart. */
export function barsOf(rows: readonly Row[], symbol = 'TEST', step = day, start = 0): Bars {
  const column = (index: number) => Float64Array.from(rows, (row) => row[index] ?? 0);
  return createBars(symbol, {
    time: Float64Array.from(rows, (_, index) => start + index * step),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: column(4),
  });
}

/** No costs, 1,000 in cash: what a test is about is added to it. */
export const free: EngineSettings = {
  ...defaultSettings,
  initialCash: 1000,
  commission: { kind: 'percent', rate: 0 },
  slippage: { kind: 'percent', rate: 0 },
};

export function runOn(
  rows: readonly Row[],
  decisions: readonly Decision[],
  changes: Partial<EngineSettings> = {},
): SimulationResult {
  return replay(createMarket([{ bars: barsOf(rows) }]), decisions, { ...free, ...changes });
}

/** Each fill as `bar: quantity at price`. */
export const fillsOf = ({ fills }: SimulationResult): string[] =>
  fills.map(({ bar, quantity, price }) => `${bar}: ${quantity} at ${price}`);

export const reasonsOf = ({ events }: SimulationResult): string[] =>
  events.map(({ bar, reason }) => `${bar}: ${reason}`);
