// Every indicator, by what it measures. What each one is, is said above its function.

// Averages of a column.
export { ema, sma, smma, vwma, wma } from './moving-averages.ts';
export { dema, hma, t3, tema, trima } from './compound-averages.ts';
export { kama } from './adaptive-average.ts';
export { vwap } from './vwap.ts';

// Bands, channels and levels around the price.
export { accelerationBands, bollinger, donchian, keltner } from './bands.ts';
export { highest, lowest, midpoint, midPrice } from './extremes.ts';
export { ichimoku } from './ichimoku.ts';
export { pivots, swingHigh, swingLow } from './pivots.ts';

// Trend: its direction and its strength.
export { adx, adxr } from './directional-movement.ts';
export { aroon } from './aroon.ts';
export { choppiness, massIndex, vortex } from './trend-strength.ts';
export { parabolicSar } from './parabolic-sar.ts';
export { superTrend } from './super-trend.ts';

// Momentum, and oscillators.
export { apo, macd, ppo } from './macd.ts';
export { awesomeOscillator, cci, elderRay, ultimateOscillator } from './oscillators.ts';
export { cmo, rsi } from './wilder.ts';
export { coppock, dpo, momentum, roc, trix, tsi } from './rate-of-change.ts';
export { stochastic, stochRsi, williamsR } from './stochastic.ts';

// Volatility and statistics.
export { atr, natr, trueRange } from './wilder.ts';
export { correlation } from './correlation.ts';
export { linearRegression } from './regression.ts';
export { meanDeviation, standardDeviation, variance, zScore } from './statistics.ts';

// Volume.
export {
  accumulationDistribution,
  chaikinOscillator,
  cmf,
  forceIndex,
  mfi,
  obv,
} from './volume.ts';

// One bar's price.
export {
  averagePrice,
  balanceOfPower,
  medianPrice,
  typicalPrice,
  weightedClose,
} from './prices.ts';

// Two lines that cross.
export { crossesAbove, crossesBelow } from './crosses.ts';

export type { Bar, Indicator, Line, PriceField } from './indicator.ts';
