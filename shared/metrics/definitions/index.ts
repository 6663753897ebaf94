import type { MetricDefinition } from '../definition.ts';
import { alpha } from './alpha.ts';
import { annualReturn } from './annual-return.ts';
import { assumedTrades } from './assumed-trades.ts';
import { averageAdverseExcursion } from './average-adverse-excursion.ts';
import { averageBarsHeld } from './average-bars-held.ts';
import { averageDrawdown } from './average-drawdown.ts';
import { averageDrawdownDuration } from './average-drawdown-duration.ts';
import { averageFavorableExcursion } from './average-favorable-excursion.ts';
import { averageTrade } from './average-trade.ts';
import { averageTradeDuration } from './average-trade-duration.ts';
import { averageTradeProfit } from './average-trade-profit.ts';
import { benchmarkReturn } from './benchmark-return.ts';
import { bestDay } from './best-day.ts';
import { bestFavorableExcursion } from './best-favorable-excursion.ts';
import { bestMonth } from './best-month.ts';
import { bestTrade } from './best-trade.ts';
import { bestTradeProfit } from './best-trade-profit.ts';
import { bestYear } from './best-year.ts';
import { beta } from './beta.ts';
import { cagr } from './cagr.ts';
import { calmarRatio } from './calmar-ratio.ts';
import { commissionsPaid } from './commissions-paid.ts';
import { conditionalValueAtRisk } from './conditional-value-at-risk.ts';
import { correlation } from './correlation.ts';
import { currentDrawdown } from './current-drawdown.ts';
import { deflatedSharpeRatio } from './deflated-sharpe-ratio.ts';
import { downCapture } from './down-capture.ts';
import { excessReturn } from './excess-return.ts';
import { expectancy } from './expectancy.ts';
import { expectancyPercent } from './expectancy-percent.ts';
import { exposure } from './exposure.ts';
import { informationRatio } from './information-ratio.ts';
import { kellyFraction } from './kelly-fraction.ts';
import { kurtosis } from './kurtosis.ts';
import { longestLosingStreak } from './longest-losing-streak.ts';
import { longestTradeDuration } from './longest-trade-duration.ts';
import { longestWinningStreak } from './longest-winning-streak.ts';
import { maxDrawdown } from './max-drawdown.ts';
import { maxDrawdownDuration } from './max-drawdown-duration.ts';
import { maxDrawdownPeak } from './max-drawdown-peak.ts';
import { maxDrawdownRecovery } from './max-drawdown-recovery.ts';
import { maxDrawdownTrough } from './max-drawdown-trough.ts';
import { omegaRatio } from './omega-ratio.ts';
import { openTrades } from './open-trades.ts';
import { payoffRatio } from './payoff-ratio.ts';
import { probabilisticSharpeRatio } from './probabilistic-sharpe-ratio.ts';
import { profitFactor } from './profit-factor.ts';
import { recoveryFactor } from './recovery-factor.ts';
import { returnAtTwiceCosts } from './return-at-twice-costs.ts';
import { sharpeRatio } from './sharpe-ratio.ts';
import { shortestTradeDuration } from './shortest-trade-duration.ts';
import { skewness } from './skewness.ts';
import { slippagePaid } from './slippage-paid.ts';
import { sortinoRatio } from './sortino-ratio.ts';
import { systemQualityNumber } from './system-quality-number.ts';
import { tailRatio } from './tail-ratio.ts';
import { totalReturn } from './total-return.ts';
import { trackingError } from './tracking-error.ts';
import { tradeCount } from './trade-count.ts';
import { turnover } from './turnover.ts';
import { ulcerIndex } from './ulcer-index.ts';
import { upCapture } from './up-capture.ts';
import { valueAtRisk } from './value-at-risk.ts';
import { volatility } from './volatility.ts';
import { winRate } from './win-rate.ts';
import { worstAdverseExcursion } from './worst-adverse-excursion.ts';
import { worstDay } from './worst-day.ts';
import { worstMonth } from './worst-month.ts';
import { worstTrade } from './worst-trade.ts';
import { worstTradeProfit } from './worst-trade-profit.ts';
import { worstYear } from './worst-year.ts';

/** Every metric, in the order in which they are shown: the headline, then group by group. */
export const metricDefinitions: readonly MetricDefinition[] = [
  totalReturn,
  annualReturn,
  sharpeRatio,
  maxDrawdown,
  winRate,
  tradeCount,
  cagr,
  bestDay,
  worstDay,
  bestMonth,
  worstMonth,
  bestYear,
  worstYear,
  volatility,
  sortinoRatio,
  omegaRatio,
  calmarRatio,
  probabilisticSharpeRatio,
  deflatedSharpeRatio,
  valueAtRisk,
  conditionalValueAtRisk,
  tailRatio,
  skewness,
  kurtosis,
  exposure,
  maxDrawdownPeak,
  maxDrawdownTrough,
  maxDrawdownRecovery,
  maxDrawdownDuration,
  averageDrawdown,
  averageDrawdownDuration,
  currentDrawdown,
  ulcerIndex,
  recoveryFactor,
  openTrades,
  assumedTrades,
  profitFactor,
  payoffRatio,
  expectancy,
  expectancyPercent,
  averageTrade,
  averageTradeProfit,
  bestTrade,
  bestTradeProfit,
  worstTrade,
  worstTradeProfit,
  averageBarsHeld,
  averageTradeDuration,
  longestTradeDuration,
  shortestTradeDuration,
  longestWinningStreak,
  longestLosingStreak,
  averageAdverseExcursion,
  worstAdverseExcursion,
  averageFavorableExcursion,
  bestFavorableExcursion,
  systemQualityNumber,
  kellyFraction,
  benchmarkReturn,
  excessReturn,
  alpha,
  beta,
  correlation,
  trackingError,
  informationRatio,
  upCapture,
  downCapture,
  returnAtTwiceCosts,
  commissionsPaid,
  slippagePaid,
  turnover,
];
