export { crossesAbove, crossesBelow } from './crosses.ts';
export { highest, lowest } from './extremes.ts';
export type { Bar, Indicator, PriceField } from './indicator.ts';
export { ema, sma } from './moving-averages.ts';
export { atr, rsi } from './wilder.ts';
