import type { Trade } from '../engine/result.ts';
import type { MetricsInput } from './definition.ts';
import { inputOf } from './example-input.fixture.ts';

const hour = 3_600_000;
const barsHeld = 8;

/** A long run for measuring time: hourly bars that wander, and closed trades spread evenly over them. */
export function largeInput(barCount: number, tradeCount: number): MetricsInput {
  const time = new Float64Array(barCount);
  const equity = new Float64Array(barCount);
  const benchmark = new Float64Array(barCount);
  let [own, other] = [100_000, 100_000];
  for (let bar = 0; bar < barCount; bar += 1) {
    own *= 1 + Math.sin(bar * bar) * 0.001;
    other *= 1 + Math.cos(bar * bar * 3) * 0.001;
    time[bar] = Date.UTC(1980, 0, 1) + bar * hour;
    equity[bar] = own;
    benchmark[bar] = other;
  }
  const trades = Array.from({ length: tradeCount }, (_, index): Partial<Trade> => {
    const entryBar = Math.floor((index * (barCount - barsHeld - 1)) / tradeCount);
    const gain = Math.sin(index * index) / 50;
    return {
      direction: index % 2 === 0 ? 'long' : 'short',
      entryBar,
      entryTime: time[entryBar] as number,
      entryPrice: benchmark[entryBar] as number,
      exitBar: entryBar + barsHeld,
      exitTime: time[entryBar + barsHeld] as number,
      profit: gain * 1000,
      return: gain,
      barsHeld,
    };
  });
  return {
    ...inputOf({
      trades,
      fills: Array.from({ length: 2 * tradeCount }, () => ({ commission: 1 })),
    }),
    time,
    equity,
    benchmark,
    exposure: equity.map((_, bar) => (bar % 3 === 0 ? 0 : 0.9)),
    initialCash: 100_000,
    periodsPerYear: { periods: 8766, explanation: 'hourly bars' },
    equityAtTwiceCosts: 90_000,
    trials: 10,
    instruments: [{ symbol: 'TEST', time, high: benchmark, low: benchmark }],
  };
}
