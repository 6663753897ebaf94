declare module 'stratbox' {
  export interface Aroon extends Indicator {
    readonly up: Line;
    readonly down: Line;
  }
  /** Three lines; the indicator's own value is the middle one. */
  export interface Bands extends Indicator {
    readonly upper: Line;
    readonly middle: Line;
    readonly lower: Line;
  }
  export interface BollingerBands extends Bands {
    /** (upper − lower) / middle. */
    readonly width: Line;
    /** The price's place between the bands: 0 at the lower, 1 at the upper. */
    readonly percent: Line;
  }
  export interface DirectionalMovement extends Indicator {
    /** +DI. */
    readonly plus: Line;
    /** −DI. */
    readonly minus: Line;
    /** The directional index, of which the indicator's own value is the average. */
    readonly dx: Line;
  }
  export interface ElderRay extends Indicator {
    readonly bull: Line;
    readonly bear: Line;
  }
  export interface Ichimoku extends Indicator {
    /** Tenkan-sen. */
    readonly conversion: Line;
    /** Kijun-sen. */
    readonly base: Line;
    /** Senkou span A, as it stands over this bar. */
    readonly spanA: Line;
    /** Senkou span B, as it stands over this bar. */
    readonly spanB: Line;
  }
  export interface LinearRegression extends Indicator {
    /** The line's rise a bar. */
    readonly slope: Line;
    /** The line's height at the oldest bar. */
    readonly intercept: Line;
    /** The line's height at the next bar. */
    readonly forecast: Line;
    /** The slope's angle in degrees. */
    readonly angle: Line;
  }
  export interface Macd extends Indicator {
    readonly signal: Line;
    /** The indicator's own value less the signal. */
    readonly histogram: Line;
  }
  export interface ParabolicSar extends Indicator {
    /** 1 while long, −1 while short. */
    readonly direction: Line;
  }
  /** Resistances and supports around the pivot, which is the indicator's own value. */
  export interface Pivots extends Indicator {
    readonly r1: Line;
    readonly r2: Line;
    readonly r3: Line;
    readonly s1: Line;
    readonly s2: Line;
    readonly s3: Line;
  }
  export interface Stochastic extends Indicator {
    /** The indicator's own value too. */
    readonly k: Line;
    /** The average of `k`. */
    readonly d: Line;
  }
  export interface SuperTrend extends Indicator {
    /** 1 in an uptrend, −1 in a downtrend. */
    readonly direction: Line;
  }
  export interface Vortex extends Indicator {
    readonly plus: Line;
    readonly minus: Line;
  }

  /**
   * Simple moving average: the mean of the last `period` bars, in price units; from bar
   * `period - 1` on. As TA-Lib's SMA, and exactly the price while that stands still for
   * `period` bars. Defaults: source close.
   */
  export function sma(period: number, source?: PriceField): Indicator;
  /**
   * Exponential moving average with weight 2 / (period + 1), in price units; from bar `period
   * - 1` on. Seeded with the simple average of the first `period` bars, as TA-Lib's EMA;
   * charts that start from the first price instead differ at first and converge. Defaults:
   * source close.
   */
  export function ema(period: number, source?: PriceField): Indicator;
  /**
   * Linearly weighted moving average, weights 1 … period, newest most, in price units; from
   * bar `period - 1` on. As TA-Lib's WMA. Defaults: source close.
   */
  export function wma(period: number, source?: PriceField): Indicator;
  /**
   * Smoothed moving average, Wilder's of 1978, also called RMA or SMMA: an EMA with weight 1 /
   * period, in price units; from bar `period - 1` on. Seeded with the simple average of the
   * first `period` bars. Not in TA-Lib by itself. Defaults: source close.
   */
  export function smma(period: number, source?: PriceField): Indicator;
  /**
   * Volume-weighted moving average, Σ(price · volume) / Σ volume; the simple average while no
   * volume was traded. Not in TA-Lib. From bar `period - 1` on. Defaults: source close.
   */
  export function vwma(period: number, source?: PriceField): Indicator;
  /**
   * Double exponential moving average (Mulloy 1994), 2·EMA − EMA(EMA), in price units; from
   * bar `2 · (period − 1)` on. Each EMA starts from a simple average, as TA-Lib's DEMA.
   * Defaults: source close.
   */
  export function dema(period: number, source?: PriceField): Indicator;
  /**
   * Triple exponential moving average (Mulloy 1994), 3·(E1 − E2) + E3, in price units; from
   * bar `3 · (period − 1)` on. Each EMA starts from a simple average, as TA-Lib's TEMA.
   * Defaults: source close.
   */
  export function tema(period: number, source?: PriceField): Indicator;
  /**
   * Tillson's T3 (1998), six EMAs in a row mixed by a volume factor from 0 to 1, in price
   * units; from bar `6 · (period − 1)` on. Each EMA starts from a simple average, as TA-Lib's
   * T3. Defaults: factor 0.7, source close.
   */
  export function t3(period: number, factor?: number, source?: PriceField): Indicator;
  /**
   * Triangular moving average: a simple average of a simple average, weighing the window's
   * middle most, in price units; from bar `period - 1` on. As TA-Lib's TRIMA. Defaults: source
   * close.
   */
  export function trima(period: number, source?: PriceField): Indicator;
  /**
   * Hull moving average (2005), WMA(2·WMA(n/2) − WMA(n), √n), in price units; n/2 and √n are
   * rounded down, where some programs round to the nearest. Not in TA-Lib. From bar `n + ⌊√n⌋
   * − 2` on. Defaults: source close.
   */
  export function hma(period: number, source?: PriceField): Indicator;
  /**
   * Kaufman's adaptive moving average (1995) with his constants 2 and 30, in price units; from
   * bar `period` on. It starts from the price before its first value, as TA-Lib's KAMA.
   * Defaults: source close.
   */
  export function kama(period: number, source?: PriceField): Indicator;
  /**
   * Moving average convergence/divergence (Appel 1979), in price units: `value` is EMA(fast) −
   * EMA(slow) from bar `slow - 1` on, `signal` its EMA and `histogram` their distance from bar
   * `slow + signal - 2` on (TA-Lib's MACD holds back all three until then). As there, the fast
   * EMA is seeded with the `fast` bars that end at bar `slow - 1`; charts that seed it on the
   * very first bars differ at first. Defaults: fast 12, slow 26, signal 9, source close.
   */
  export function macd(fast?: number, slow?: number, signal?: number, source?: PriceField): Macd;
  /**
   * Absolute price oscillator, EMA(fast) − EMA(slow), in price units; from bar `slow - 1` on.
   * Each EMA is seeded on the first bars there are, unlike MACD's. TA-Lib's APO with
   * exponential averages; its default is simple ones. Defaults: fast 12, slow 26, source
   * close.
   */
  export function apo(fast?: number, slow?: number, source?: PriceField): Indicator;
  /**
   * Percentage price oscillator, 100 · (EMA(fast) − EMA(slow)) / EMA(slow); from bar `slow -
   * 1` on. Each EMA is seeded on the first bars there are, unlike MACD's. TA-Lib's PPO with
   * exponential averages; its default is simple ones. Defaults: fast 12, slow 26, source
   * close.
   */
  export function ppo(fast?: number, slow?: number, source?: PriceField): Indicator;
  /**
   * Bollinger bands, SMA ± factor · population standard deviation (ddof 0), in price units;
   * from bar `period - 1` on. As TA-Lib's BBANDS; charts that take the sample deviation draw
   * them wider. `width` is (upper − lower) / middle and `percent` the price's place between
   * the bands, 0 at the lower and 1 at the upper (½ where they meet). Defaults: period 20,
   * factor 2, source close.
   */
  export function bollinger(period?: number, factor?: number, source?: PriceField): BollingerBands;
  /**
   * Keltner channels in Linda Raschke's form: EMA of the close ± factor · Wilder's ATR.
   * (Keltner's own used the simple average of typical prices and of the bars' ranges.) Not in
   * TA-Lib. The middle from bar `period - 1` on, the channel once the ATR stands too, at bar
   * `rangePeriod`. Defaults: period 20, factor 2, rangePeriod 10.
   */
  export function keltner(period?: number, factor?: number, rangePeriod?: number): Bands;
  /**
   * Donchian channel: highest high, lowest low and half way between, this bar included, so
   * that a breakout is a close above `upper.previous`. Not in TA-Lib. From bar `period - 1`
   * on. Defaults: period 20.
   */
  export function donchian(period?: number): Bands;
  /**
   * Headley's acceleration bands (2002): simple averages of high · (1 + x), close and low · (1
   * − x), with x = 4 · (high − low) / (high + low), in price units; from bar `period - 1` on.
   * As TA-Lib's ACCBANDS. Defaults: period 20.
   */
  export function accelerationBands(period?: number): Bands;
  /**
   * Relative strength index (Wilder 1978), 0 to 100; from bar `period` on. Wilder's averages
   * start from the simple average of the first `period` changes, as TA-Lib's RSI; 0 while
   * nothing has moved, as there, where some charts give 50 or 100. Defaults: source close.
   */
  export function rsi(period: number, source?: PriceField): Indicator;
  /**
   * Chande momentum oscillator, −100 to 100, with Wilder's smoothing as TA-Lib's CMO (Chande's
   * own of 1994 uses plain sums); 0 while nothing has moved. From bar `period` on. Defaults:
   * source close.
   */
  export function cmo(period: number, source?: PriceField): Indicator;
  /**
   * Average true range (Wilder 1978), in price units; from bar `period` on. Seeded with the
   * mean of the true ranges of bars 1 … period, as TA-Lib's ATR; charts that count the first
   * bar's high − low as one start a bar earlier and converge.
   */
  export function atr(period: number): Indicator;
  /**
   * Average true range in percent of the close; from bar `period` on. As TA-Lib's NATR; 0
   * where the close is 0.
   */
  export function natr(period: number): Indicator;
  /**
   * The bar's range widened to the close before it (Wilder 1978), in price units; from bar 1
   * on, as TA-Lib's TRANGE.
   */
  export function trueRange(): Indicator;
  /**
   * Lambert's commodity channel index (1980) of typical prices, with the constant 0.015,
   * mostly −100 to 100 and without bounds; 0 while nothing moves. As TA-Lib's CCI. From bar
   * `period - 1` on. A pass over the window a bar. Defaults: period 20.
   */
  export function cci(period?: number): Indicator;
  /**
   * Williams' ultimate oscillator (1985), 0 to 100, of three lengths weighing 4, 2 and 1; a
   * length without range counts 0. As TA-Lib's ULTOSC, which sorts the lengths where they are
   * demanded in order here. From bar `long` on. Defaults: short 7, middle 14, long 28.
   */
  export function ultimateOscillator(short?: number, middle?: number, long?: number): Indicator;
  /**
   * Bill Williams' awesome oscillator: SMA(fast) − SMA(slow) of (high + low) / 2, in price
   * units. Not in TA-Lib. From bar `slow - 1` on. Defaults: fast 5, slow 34.
   */
  export function awesomeOscillator(fast?: number, slow?: number): Indicator;
  /**
   * Elder's ray (1993), in price units: `bull` is the high and `bear` the low less the EMA of
   * the close, which is `value`; from bar `period - 1` on. The EMA starts from a simple
   * average. Not in TA-Lib. Defaults: period 13.
   */
  export function elderRay(period?: number): ElderRay;
  /**
   * Stochastic oscillator (Lane), 0 to 100: `k` (also `value`) is the close's place in the
   * range of `period` bars, smoothed over `slowing` bars, from bar `period + slowing - 2` on;
   * `d` its simple average, `signal - 1` bars later (TA-Lib's STOCH holds back both until
   * then). A range without height counts as place 0, as there. With `slowing` 1 it is the fast
   * stochastic (STOCHF). Defaults: period 14, slowing 3, signal 3.
   */
  export function stochastic(period?: number, slowing?: number, signal?: number): Stochastic;
  /**
   * Stochastic of the RSI (Chande and Kroll 1994), 0 to 100: `k` (also `value`) is the RSI's
   * place in its own range of `range` bars, from bar `period + range - 1` on, `d` its simple
   * average, `signal - 1` bars later. TA-Lib's STOCHRSI, except that a range below 1e-9 counts
   * as none (place 0), where TA-Lib gives the place within its own rounding errors. Some
   * charts smooth `k` once more. Defaults: period 14, range 14, signal 3, source close.
   */
  export function stochRsi(
    period?: number,
    range?: number,
    signal?: number,
    source?: PriceField,
  ): Stochastic;
  /**
   * Williams' %R, −100 (at the low) to 0 (at the high, or no range); from bar `period - 1` on.
   * As TA-Lib's WILLR. Defaults: period 14.
   */
  export function williamsR(period?: number): Indicator;
  /**
   * Change over `period` bars, in price units; from bar `period` on. As TA-Lib's MOM.
   * Defaults: period 10, source close.
   */
  export function momentum(period?: number, source?: PriceField): Indicator;
  /**
   * Rate of change over `period` bars, in percent; from bar `period` on. As TA-Lib's ROC; 0
   * where the earlier number is 0. Defaults: period 10, source close.
   */
  export function roc(period?: number, source?: PriceField): Indicator;
  /**
   * TRIX (Hutson 1983): the change in percent, from bar to bar, of three EMAs in a row; from
   * bar `3 · (period − 1) + 1` on. Each EMA starts from a simple average, as TA-Lib's TRIX.
   * Defaults: period 15, source close.
   */
  export function trix(period?: number, source?: PriceField): Indicator;
  /**
   * Coppock curve (1962), WMA(mean) of ROC(long) + ROC(short), in percent, meant for monthly
   * bars. Not in TA-Lib. From bar `max(long, short) + mean - 1` on. Defaults: mean 10, long
   * 14, short 11.
   */
  export function coppock(mean?: number, long?: number, short?: number): Indicator;
  /**
   * Detrended price oscillator: the close of `⌊period / 2⌋ + 1` bars ago less today's simple
   * average, so that nothing is drawn ahead of its time. Not in TA-Lib. From bar `period - 1`
   * on, `period` 2 and 1 one bar later. Defaults: period 20, source close.
   */
  export function dpo(period?: number, source?: PriceField): Indicator;
  /**
   * Blau's true strength index (1991), −100 to 100: the doubly smoothed change over the doubly
   * smoothed size of the change, first by `slow`, then by `fast`; 0 while nothing moves. Each
   * EMA starts from a simple average. Not in TA-Lib. From bar `slow + fast - 1` on. Defaults:
   * fast 13, slow 25, source close.
   */
  export function tsi(fast?: number, slow?: number, source?: PriceField): Indicator;
  /**
   * Wilder's average directional index (1978), 0 to 100: `value` is ADX from bar `2 · period −
   * 1` on, `plus` and `minus` are +DI and −DI and `dx` the directional index from bar `period`
   * on. Totals start from the sum of the first `period − 1` moves, as TA-Lib's ADX, PLUS_DI,
   * MINUS_DI and DX (Wilder summed `period`), so other charts differ at first and converge.
   * Defaults: period 14.
   */
  export function adx(period?: number): DirectionalMovement;
  /**
   * ADX rating, 0 to 100: the mean of ADX now and `period - 1` bars ago, as TA-Lib's ADXR
   * (Wilder went back `period`); from bar `3 · period − 2` on. Defaults: period 14.
   */
  export function adxr(period?: number): Indicator;
  /**
   * Chande's Aroon (1995): `up` is 100 when the highest high of `period + 1` bars is this
   * bar's and 0 when it is `period` bars old, `down` the same for the lowest low; `value` is
   * the oscillator, up − down, −100 to 100. Of equal extremes the newest counts, as in
   * TA-Lib's AROON. From bar `period` on. Defaults: period 14.
   */
  export function aroon(period?: number): Aroon;
  /**
   * Vortex indicator (Botes and Siepman 2010): `plus` and `minus` are the rising and falling
   * movement over the true range, around 1, `value` is plus − minus; 0 without range. Not in
   * TA-Lib. From bar `period` on. Defaults: period 14.
   */
  export function vortex(period?: number): Vortex;
  /**
   * Dreiss's choppiness index, 100 · log10(Σ true range / (highest high − lowest low)) /
   * log10(period): near 100 in a sideways market, near 0 in a trend; 100 without range. Not in
   * TA-Lib. From bar `period` on. Defaults: period 14.
   */
  export function choppiness(period?: number): Indicator;
  /**
   * Dorsey's mass index (1992): the sum over `period` bars of EMA / EMA(EMA) of the bars'
   * ranges, each EMA of `smoothing` bars, near `period`; a ratio without range counts 1. Each
   * EMA starts from a simple average. Not in TA-Lib. From bar `2 · (smoothing − 1) + period −
   * 1` on. Defaults: smoothing 9, period 25.
   */
  export function massIndex(smoothing?: number, period?: number): Indicator;
  /**
   * Seban's SuperTrend: the band at (high + low) / 2 ± factor · Wilder's ATR on the far side
   * of the trend, in price units; `direction` is 1 in an uptrend (the line is below) and −1 in
   * a downtrend. The first bar counts as a downtrend unless it closes above its band (on
   * TradingView it always does, and its ATR begins one bar earlier). Not in TA-Lib. From bar
   * `period` on. Defaults: period 10, factor 3.
   */
  export function superTrend(period?: number, factor?: number): SuperTrend;
  /**
   * Wilder's parabolic stop and reverse (1978), in price units, from bar 1 on; as TA-Lib's
   * SAR. `step` is the acceleration's start and increment, `maximum` its cap; the `direction`
   * line is 1 while long and −1 while short. It starts long unless the first directional
   * movement points down, where Wilder left the choice to the trader. Defaults: step 0.02,
   * maximum 0.2.
   */
  export function parabolicSar(step?: number, maximum?: number): ParabolicSar;
  /**
   * Ichimoku Kinko Hyo (Hosoda): `conversion` (also `value`) and `base` are the middle of the
   * range of 9 and 26 bars; `spanA` and `spanB` are the cloud as it stands over this bar, that
   * is, computed `displacement` bars ago. Nothing is drawn ahead or back: the lagging line is
   * this bar's close, to be compared with `this.barAgo(displacement)`. Some programs count
   * this bar in the displacement; their 26 is 25 here. Not in TA-Lib. `conversion` from bar
   * `conversion - 1` on, `base` from `base - 1`, `spanA` from `base - 1 + displacement`,
   * `spanB` from `span - 1 + displacement`. Defaults: conversion 9, base 26, span 52,
   * displacement 26.
   */
  export function ichimoku(
    conversion?: number,
    base?: number,
    span?: number,
    displacement?: number,
  ): Ichimoku;
  /**
   * Classic floor-trader pivots from the high, low and close of the UTC day, week or month
   * before: `value` is (H + L + C) / 3, with resistances `r1` to `r3` and supports `s1` to
   * `s3`. Not in TA-Lib. From the second period's first bar on; on daily bars, 'day' is the
   * bar before. Defaults: period day.
   */
  export function pivots(period?: 'day' | 'week' | 'month'): Pivots;
  /**
   * The last swing high: a high not below those of the `left` bars before it and above those
   * of the `right` bars after it, given only once these have passed, so it never looks ahead.
   * Not in TA-Lib. NaN until there is one. Defaults: left 5, right 5.
   */
  export function swingHigh(left?: number, right?: number): Indicator;
  /**
   * The last swing low: as swingHigh, with lows not above those before and below those after.
   * Defaults: left 5, right 5.
   */
  export function swingLow(left?: number, right?: number): Indicator;
  /**
   * Highest value of the last `period` bars, this one included: for a breakout compare with
   * `previous`. As TA-Lib's MAX. From bar `period - 1` on. Defaults: source high.
   */
  export function highest(period: number, source?: PriceField): Indicator;
  /**
   * Lowest value of the last `period` bars, this one included: for a breakout compare with
   * `previous`. As TA-Lib's MIN. From bar `period - 1` on. Defaults: source low.
   */
  export function lowest(period: number, source?: PriceField): Indicator;
  /**
   * Mean of one column's highest and lowest value, in its units; from bar `period - 1` on. As
   * TA-Lib's MIDPOINT. Defaults: source close.
   */
  export function midpoint(period: number, source?: PriceField): Indicator;
  /**
   * Mean of the highest high and the lowest low, in price units; from bar `period - 1` on. As
   * TA-Lib's MIDPRICE.
   */
  export function midPrice(period: number): Indicator;
  /**
   * Population variance (ddof 0) of the last `period` bars, 0 or more; from bar `period - 1`
   * on. As TA-Lib's VAR, which loses about eight digits on prices that are large beside their
   * movement. Defaults: source close.
   */
  export function variance(period: number, source?: PriceField): Indicator;
  /**
   * Population standard deviation (ddof 0) of the last `period` bars, 0 or more; from bar
   * `period - 1` on. As TA-Lib's STDDEV, with the digits that it loses (see variance);
   * spreadsheets' STDEV is the sample's. Defaults: source close.
   */
  export function standardDeviation(period: number, source?: PriceField): Indicator;
  /**
   * How many population standard deviations (ddof 0) the price is from its simple average, 0
   * while nothing moves. Not in TA-Lib. From bar `period - 1` on. Defaults: source close.
   */
  export function zScore(period: number, source?: PriceField): Indicator;
  /**
   * Mean absolute deviation from the simple average, 0 or more; from bar `period - 1` on. As
   * TA-Lib's AVGDEV. A pass over the window a bar. Defaults: source close.
   */
  export function meanDeviation(period: number, source?: PriceField): Indicator;
  /**
   * Pearson's correlation, −1 to 1, of two columns over the last `period` bars; 0 while one of
   * them does not move. From bar `period - 1` on. As TA-Lib's CORREL, with the digits that it
   * loses (see variance). Defaults: first close, second volume.
   */
  export function correlation(period: number, first?: PriceField, second?: PriceField): Indicator;
  /**
   * Least-squares line through the last `period` bars, in price units: `value` is its height
   * at this bar, `intercept` at the oldest, `forecast` at the next, `slope` its rise a bar and
   * `angle` the slope's angle in degrees; from bar `period - 1` on. As TA-Lib's LINEARREG,
   * LINEARREG_INTERCEPT, TSF, LINEARREG_SLOPE and LINEARREG_ANGLE. Defaults: period 14, source
   * close.
   */
  export function linearRegression(period?: number, source?: PriceField): LinearRegression;
  /**
   * On-balance volume (Granville 1963), in units traded, from the first bar on. It starts at
   * the first bar's volume as TA-Lib's OBV does; other programs start at 0.
   */
  export function obv(): Indicator;
  /**
   * Chaikin's accumulation/distribution line, in units traded, from the first bar on; a bar
   * without range adds nothing. As TA-Lib's AD.
   */
  export function accumulationDistribution(): Indicator;
  /**
   * Chaikin oscillator: fast less slow EMA of the accumulation/distribution line, in units
   * traded; from bar `slow - 1` on. Both start from the line's first value, not from a simple
   * average, as TA-Lib's ADOSC. Defaults: fast 3, slow 10.
   */
  export function chaikinOscillator(fast?: number, slow?: number): Indicator;
  /**
   * Chaikin money flow, −1 to 1: Σ(volume · place of the close in its bar) / Σ volume; 0
   * without volume. Not in TA-Lib. From bar `period - 1` on. Defaults: period 20.
   */
  export function cmf(period?: number): Indicator;
  /**
   * Money flow index (Quong and Soudack 1989), 0 to 100; 0 while the money moved is below 1,
   * as TA-Lib's MFI. From bar `period` on. Defaults: period 14.
   */
  export function mfi(period?: number): Indicator;
  /**
   * Elder's force index (1993): EMA of (change of the close · volume), in money. The EMA
   * starts from a simple average. Not in TA-Lib. From bar `period` on. Defaults: period 13.
   */
  export function forceIndex(period?: number): Indicator;
  /**
   * Volume-weighted average price since the UTC day, week or month began, from typical prices;
   * the typical price itself until volume was traded. For a moving window see vwma. Not in
   * TA-Lib. From the first bar on. Defaults: period day.
   */
  export function vwap(period?: 'day' | 'week' | 'month'): Indicator;
  /** (high + low) / 2, from the first bar on. As TA-Lib's MEDPRICE. */
  export function medianPrice(): Indicator;
  /** (high + low + close) / 3, from the first bar on. As TA-Lib's TYPPRICE. */
  export function typicalPrice(): Indicator;
  /** (high + low + 2 · close) / 4, from the first bar on. As TA-Lib's WCLPRICE. */
  export function weightedClose(): Indicator;
  /** (open + high + low + close) / 4, from the first bar on. As TA-Lib's AVGPRICE. */
  export function averagePrice(): Indicator;
  /**
   * Balance of power (Livshin 2001), (close − open) / (high − low), −1 to 1; 0 without a
   * range. From the first bar on. As TA-Lib's BOP.
   */
  export function balanceOfPower(): Indicator;
  /**
   * True on the bar where `a` goes from at or below `b` to above it; false while either is
   * NaN.
   */
  export function crossesAbove(a: Line | number, b: Line | number): boolean;
  /**
   * True on the bar where `a` goes from at or above `b` to below it; false while either is
   * NaN.
   */
  export function crossesBelow(a: Line | number, b: Line | number): boolean;
}
