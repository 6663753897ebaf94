import type * as api from './index.ts';
import type { Indicator } from './indicator.ts';

/** One indicator beside the TA-Lib function it must equal. */
export interface ParityCase {
  readonly ours: (indicators: typeof api) => Indicator;
  readonly name: string;
  readonly parameters: object;
  /** Our line to TA-Lib's output. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The first bar with a value; two numbers where we give one earlier than TA-Lib. */
  readonly start: number | { readonly ours: number; readonly talib: number };
}

const one = (
  name: string,
  parameters: object,
  start: ParityCase['start'],
  ours: ParityCase['ours'],
  outputs: ParityCase['outputs'] = { value: 'output' },
): ParityCase => ({ name, parameters, start, ours, outputs });

const exponential = 1;

const averages = [1, 2, 7, 20]
  .flatMap((timePeriod) => [
    one('SMA', { timePeriod }, timePeriod - 1, (our) => our.sma(timePeriod)),
    one('EMA', { timePeriod }, timePeriod - 1, (our) => our.ema(timePeriod)),
    one('WMA', { timePeriod }, timePeriod - 1, (our) => our.wma(timePeriod)),
    one('VAR', { timePeriod }, timePeriod - 1, (our) => our.variance(timePeriod)),
    one('ROC', { timePeriod }, timePeriod, (our) => our.roc(timePeriod)),
    one('MOM', { timePeriod }, timePeriod, (our) => our.momentum(timePeriod)),
    one('TRIX', { timePeriod }, 3 * (timePeriod - 1) + 1, (our) => our.trix(timePeriod)),
    one('ATR', { timePeriod }, timePeriod, (our) => our.atr(timePeriod)),
    one('NATR', { timePeriod }, timePeriod, (our) => our.natr(timePeriod)),
  ])
  .filter(({ parameters }) => 'timePeriod' in parameters && parameters.timePeriod !== 1);

const compound = [2, 5, 14].flatMap((timePeriod) => [
  one('DEMA', { timePeriod }, 2 * (timePeriod - 1), (our) => our.dema(timePeriod)),
  one('TEMA', { timePeriod }, 3 * (timePeriod - 1), (our) => our.tema(timePeriod)),
  one('T3', { timePeriod, VFactor: 0.7 }, 6 * (timePeriod - 1), (our) => our.t3(timePeriod)),
  one('TRIMA', { timePeriod }, timePeriod - 1, (our) => our.trima(timePeriod)),
  one('KAMA', { timePeriod }, timePeriod, (our) => our.kama(timePeriod)),
  one('RSI', { timePeriod }, timePeriod, (our) => our.rsi(timePeriod)),
  one('CMO', { timePeriod }, timePeriod, (our) => our.cmo(timePeriod)),
  one('STDDEV', { timePeriod }, timePeriod - 1, (our) => our.standardDeviation(timePeriod)),
  one('AVGDEV', { timePeriod }, timePeriod - 1, (our) => our.meanDeviation(timePeriod)),
  one('CORREL', { timePeriod }, timePeriod - 1, (our) => our.correlation(timePeriod)),
  one('MIDPOINT', { timePeriod }, timePeriod - 1, (our) => our.midpoint(timePeriod)),
  one('MIDPRICE', { timePeriod }, timePeriod - 1, (our) => our.midPrice(timePeriod)),
  one('MAX', { timePeriod }, timePeriod - 1, (our) => our.highest(timePeriod, 'close')),
  one('MIN', { timePeriod }, timePeriod - 1, (our) => our.lowest(timePeriod, 'close')),
  one('CCI', { timePeriod }, timePeriod - 1, (our) => our.cci(timePeriod)),
  one('WILLR', { timePeriod }, timePeriod - 1, (our) => our.williamsR(timePeriod)),
  one('MFI', { timePeriod }, timePeriod, (our) => our.mfi(timePeriod)),
  one('ADX', { timePeriod }, 2 * timePeriod - 1, (our) => our.adx(timePeriod)),
  one('ADXR', { timePeriod }, 3 * timePeriod - 2, (our) => our.adxr(timePeriod)),
  one('PLUS_DI', { timePeriod }, timePeriod, (our) => our.adx(timePeriod), { plus: 'output' }),
  one('MINUS_DI', { timePeriod }, timePeriod, (our) => our.adx(timePeriod), { minus: 'output' }),
  one('DX', { timePeriod }, timePeriod, (our) => our.adx(timePeriod), { dx: 'output' }),
  one('AROONOSC', { timePeriod }, timePeriod, (our) => our.aroon(timePeriod)),
  one('AROON', { timePeriod }, timePeriod, (our) => our.aroon(timePeriod), {
    up: 'aroonUp',
    down: 'aroonDown',
  }),
  one('LINEARREG', { timePeriod }, timePeriod - 1, (our) => our.linearRegression(timePeriod)),
  ...Object.entries({
    LINEARREG_SLOPE: 'slope',
    LINEARREG_INTERCEPT: 'intercept',
    LINEARREG_ANGLE: 'angle',
    TSF: 'forecast',
  }).map(([name, line]) =>
    one(name, { timePeriod }, timePeriod - 1, (our) => our.linearRegression(timePeriod), {
      [line]: 'output',
    }),
  ),
]);

const single = [
  one('TRANGE', {}, 1, (our) => our.trueRange()),
  one('OBV', {}, 0, (our) => our.obv()),
  one('AD', {}, 0, (our) => our.accumulationDistribution()),
  one('ADOSC', { fastPeriod: 3, slowPeriod: 10 }, 9, (our) => our.chaikinOscillator()),
  one('BOP', {}, 0, (our) => our.balanceOfPower()),
  one('AVGPRICE', {}, 0, (our) => our.averagePrice()),
  one('MEDPRICE', {}, 0, (our) => our.medianPrice()),
  one('TYPPRICE', {}, 0, (our) => our.typicalPrice()),
  one('WCLPRICE', {}, 0, (our) => our.weightedClose()),
  one('APO', { fastPeriod: 12, slowPeriod: 26, MAType: exponential }, 25, (our) => our.apo()),
  one('PPO', { fastPeriod: 12, slowPeriod: 26, MAType: exponential }, 25, (our) => our.ppo()),
  one('ULTOSC', { timePeriod1: 7, timePeriod2: 14, timePeriod3: 28 }, 28, (our) =>
    our.ultimateOscillator(),
  ),
  one('APO', { fastPeriod: 3, slowPeriod: 10, MAType: exponential }, 9, (our) => our.apo(3, 10)),
  one('PPO', { fastPeriod: 3, slowPeriod: 10, MAType: exponential }, 9, (our) => our.ppo(3, 10)),
  one('ADOSC', { fastPeriod: 2, slowPeriod: 21 }, 20, (our) => our.chaikinOscillator(2, 21)),
  one('ULTOSC', { timePeriod1: 3, timePeriod2: 5, timePeriod3: 9 }, 9, (our) =>
    our.ultimateOscillator(3, 5, 9),
  ),
  one('SAR', { acceleration: 0.02, maximum: 0.2 }, 1, (our) => our.parabolicSar()),
  one('SAR', { acceleration: 0.05, maximum: 0.1 }, 1, (our) => our.parabolicSar(0.05, 0.1)),
];

/** Longer than the flats of hard series, where the RSI moves by TA-Lib's rounding alone. */
const rangeOfRsi = 30;

const longRsiRange = [5, 14].flatMap((timePeriod) => {
  const parameters = { timePeriod, fastK_Period: rangeOfRsi, fastD_Period: 3 };
  const ours = timePeriod + rangeOfRsi - 1;
  const make: ParityCase['ours'] = (our) => our.stochRsi(timePeriod, rangeOfRsi);
  return [
    one('STOCHRSI', parameters, { ours, talib: ours + 2 }, make, { k: 'fastK' }),
    one('STOCHRSI', parameters, ours + 2, make, { d: 'fastD' }),
  ];
});

const many = [
  ...[
    [12, 26, 9],
    [3, 10, 16],
  ].flatMap(([fast = 0, slow = 0, signal = 0]) => {
    const parameters = { fastPeriod: fast, slowPeriod: slow, signalPeriod: signal };
    const talib = slow + signal - 2;
    const ours = () => (our: typeof api) => our.macd(fast, slow, signal);
    return [
      one('MACD', parameters, { ours: slow - 1, talib }, ours(), { value: 'MACD' }),
      one('MACD', parameters, talib, ours(), { signal: 'MACDSignal', histogram: 'MACDHist' }),
    ];
  }),
  one(
    'BBANDS',
    { timePeriod: 20, nbDevUp: 2.5, nbDevDn: 2.5 },
    19,
    (our) => our.bollinger(20, 2.5),
    {
      upper: 'upperBand',
      middle: 'middleBand',
      lower: 'lowerBand',
    },
  ),
  one('ACCBANDS', { timePeriod: 20 }, 19, (our) => our.accelerationBands(20), {
    upper: 'upperBand',
    middle: 'middleBand',
    lower: 'lowerBand',
  }),
  one(
    'STOCH',
    { fastK_Period: 14, slowK_Period: 3, slowD_Period: 4 },
    { ours: 15, talib: 18 },
    (our) => our.stochastic(14, 3, 4),
    { k: 'slowK' },
  ),
  one(
    'STOCH',
    { fastK_Period: 14, slowK_Period: 3, slowD_Period: 4 },
    18,
    (our) => our.stochastic(14, 3, 4),
    { d: 'slowD' },
  ),
  one(
    'STOCHF',
    { fastK_Period: 5, fastD_Period: 3 },
    { ours: 4, talib: 6 },
    (our) => our.stochastic(5, 1, 3),
    { k: 'fastK' },
  ),
  one('STOCHF', { fastK_Period: 5, fastD_Period: 3 }, 6, (our) => our.stochastic(5, 1, 3), {
    d: 'fastD',
  }),
  ...longRsiRange,
];

export const parityCases: readonly ParityCase[] = [...averages, ...compound, ...single, ...many];
