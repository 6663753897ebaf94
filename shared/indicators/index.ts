export { kama } from './adaptive-average.ts';
export { aroon } from './aroon.ts';
export { accelerationBands, bollinger, donchian, keltner } from './bands.ts';
export { dema, hma, t3, tema, trima } from './compound-averages.ts';
export { correlation } from './correlation.ts';
export { crossesAbove, crossesBelow } from './crosses.ts';
export { adx, adxr } from './directional-movement.ts';
export { highest, lowest, midpoint, midPrice } from './extremes.ts';
export { ichimoku } from './ichimoku.ts';
export type { Bar, Indicator, Line, PriceField } from './indicator.ts';
export { apo, macd, ppo } from './macd.ts';
export { ema, sma, smma, vwma, wma } from './moving-averages.ts';
export { awesomeOscillator, cci, elderRay, ultimateOscillator } from './oscillators.ts';
export { parabolicSar } from './parabolic-sar.ts';
export { pivots, swingHigh, swingLow } from './pivots.ts';
export {
  averagePrice,
  balanceOfPower,
  medianPrice,
  typicalPrice,
  weightedClose,
} from './prices.ts';
export { coppock, dpo, momentum, roc, trix, tsi } from './rate-of-change.ts';
export { linearRegression } from './regression.ts';
export { meanDeviation, standardDeviation, variance, zScore } from './statistics.ts';
export { stochastic, stochRsi, williamsR } from './stochastic.ts';
export { superTrend } from './super-trend.ts';
export { choppiness, massIndex, vortex } from './trend-strength.ts';
export {
  accumulationDistribution,
  chaikinOscillator,
  cmf,
  forceIndex,
  mfi,
  obv,
} from './volume.ts';
export { vwap } from './vwap.ts';
export { atr, cmo, natr, rsi, trueRange } from './wilder.ts';
