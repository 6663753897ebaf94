import type { MetricDefinition } from '../definition.ts';
import { annualReturn } from './annual-return.ts';
import { averageBarsHeld } from './average-bars-held.ts';
import { averageTrade } from './average-trade.ts';
import { benchmarkReturn } from './benchmark-return.ts';
import { bestTrade } from './best-trade.ts';
import { calmarRatio } from './calmar-ratio.ts';
import { commissionsPaid } from './commissions-paid.ts';
import { excessReturn } from './excess-return.ts';
import { expectancy } from './expectancy.ts';
import { exposure } from './exposure.ts';
import { maxDrawdown } from './max-drawdown.ts';
import { maxDrawdownDuration } from './max-drawdown-duration.ts';
import { openTrades } from './open-trades.ts';
import { profitFactor } from './profit-factor.ts';
import { sharpeRatio } from './sharpe-ratio.ts';
import { slippagePaid } from './slippage-paid.ts';
import { sortinoRatio } from './sortino-ratio.ts';
import { totalReturn } from './total-return.ts';
import { tradeCount } from './trade-count.ts';
import { turnover } from './turnover.ts';
import { volatility } from './volatility.ts';
import { winRate } from './win-rate.ts';
import { worstTrade } from './worst-trade.ts';

/** Every metric, in the order in which they are shown. */
export const metricDefinitions: readonly MetricDefinition[] = [
  totalReturn,
  annualReturn,
  sharpeRatio,
  maxDrawdown,
  winRate,
  tradeCount,
  volatility,
  sortinoRatio,
  calmarRatio,
  maxDrawdownDuration,
  benchmarkReturn,
  excessReturn,
  exposure,
  turnover,
  commissionsPaid,
  slippagePaid,
  openTrades,
  profitFactor,
  expectancy,
  averageTrade,
  bestTrade,
  worstTrade,
  averageBarsHeld,
];
