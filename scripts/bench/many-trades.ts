import { createMarket } from '../../shared/bars/market.ts';
import { periodsPerYear } from '../../shared/bars/periods-per-year.ts';
import { defaultSettings } from '../../shared/engine/settings.ts';
import { buyAndHold } from '../../shared/metrics/curve.ts';
import { computeMetrics } from '../../shared/metrics/index.ts';
import { driveStrategy } from '../../shared/strategy/driver.ts';
import { Strategy } from '../../shared/strategy/strategy.ts';
import { randomMarket } from './market.ts';
import { silent } from './silent.ts';

/** In for five bars, out for five: 10,000 round trips over 100,000 bars. */
class InAndOut extends Strategy {
  override onBar(): void {
    const beat = this.barIndex % 10;
    if (beat === 0) this.orderTargetQuantity(1);
    if (beat === 5) this.orderTargetQuantity(0);
  }
}

/** The work of all metrics on 10,000 trades, beside the run that made them. */
export function manyTrades() {
  const bars = randomMarket(100_000);
  const market = createMarket([{ bars }]);
  const settings = { ...defaultSettings, initialCash: 1e6 };
  const run = () =>
    driveStrategy(
      { default: InAndOut },
      { market, parameters: {}, settings, reuseBar: true },
      silent,
    );
  const result = run();
  const input = {
    ...result,
    time: market.time,
    benchmark: buyAndHold(bars.close, settings.initialCash),
    initialCash: settings.initialCash,
    periodsPerYear: periodsPerYear(market.time),
    riskFreeRate: 0,
    equityAtTwiceCosts: settings.initialCash,
    trials: 10,
    instruments: [bars],
  };
  return { metrics: () => computeMetrics(input), run, trades: result.trades.length };
}
