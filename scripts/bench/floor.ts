import type { Bars } from '../../shared/bars/bars.ts';

interface FloorTrade {
  readonly entryBar: number;
  readonly entryPrice: number;
  readonly exitBar: number;
  readonly exitPrice: number;
}

interface Order {
  readonly target: 0 | 1;
}

/**
 * The floor: the same work as the engine with an SMA crossover, written by hand as one tight loop with
 * a callback a bar and an object an order: two moving averages, next-open fills with commission and
 * slippage, whole lots, equity a bar, trades kept.
 */
export function floorBacktest(bars: Bars, fast: number, slow: number, cost: number) {
  const { open, close } = bars;
  const count = close.length;
  const equity = new Float64Array(count);
  const trades: FloorTrade[] = [];
  let cash = 100_000;
  let position = 0;
  let entryBar = 0;
  let entryPrice = 0;
  let fastSum = 0;
  let slowSum = 0;
  let wasAbove = false;
  let order: Order | null = null;

  const decide = (bar: number): Order | null => {
    fastSum += (close[bar] as number) - (bar >= fast ? (close[bar - fast] as number) : 0);
    slowSum += (close[bar] as number) - (bar >= slow ? (close[bar - slow] as number) : 0);
    if (bar < slow - 1) return null;
    const above = fastSum / fast > slowSum / slow;
    if (bar >= slow && above !== wasAbove) {
      wasAbove = above;
      return { target: above ? 1 : 0 };
    }
    wasAbove = above;
    return null;
  };

  for (let bar = 0; bar < count; bar += 1) {
    if (order !== null) {
      if (order.target === 1 && position === 0) {
        entryPrice = (open[bar] as number) * (1 + cost);
        position = Math.floor(cash / (entryPrice * (1 + cost)));
        cash -= position * entryPrice * (1 + cost);
        entryBar = bar;
      } else if (order.target === 0 && position > 0) {
        const exitPrice = (open[bar] as number) * (1 - cost);
        cash += position * exitPrice * (1 - cost);
        trades.push({ entryBar, entryPrice, exitBar: bar, exitPrice });
        position = 0;
      }
      order = null;
    }
    order = decide(bar);
    equity[bar] = cash + position * (close[bar] as number);
  }
  return { equity, trades };
}
