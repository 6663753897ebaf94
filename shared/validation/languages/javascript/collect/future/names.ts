/** What market data is called, in whole or as the end of a name: `bars`, `dailyCloses`. */
const bars =
  /(?:^|_|[a-z](?=[A-Z]))(?:bars|candles|candlesticks|klines|ohlcv?|quotes|ticks|data|frame|df|dataset|feed|history)$/i;
const columns =
  /(?:^|_|[a-z](?=[A-Z]))(?:prices?|closes?|opens?|highs?|lows?|volumes?|series|returns)$/i;
const columnOfOneBar = /^(?:price|close|open|high|low|volume)$/i;
const past = /^(?:history|past\w*|previous\w*|seen|so_?far|lookback|window)$/i;
const ofFuture =
  /^(?:next|future|tomorrows?|following|upcoming|forward)_?(?:bars?|candles?|closes?|opens?|highs?|lows?|prices?|returns?|data|moves?|gains?|labels?)?$/i;

export const isSeriesName = (name: string): boolean => bars.test(name) || columns.test(name);

/** Series of whole bars, which are sorted by their outcome, unlike a list of numbers. */
export const isBarsName = (name: string): boolean => bars.test(name);

/** `close` is a number of one bar, or a column where it is used as a list. */
export const isSingular = (name: string): boolean => columnOfOneBar.test(name);

/** By its own name it ends now: only a step past its end is a look ahead. */
export const isPastName = (name: string): boolean => past.test(name);

/** `future`, `nextClose`, `tomorrowReturns`: it says of itself what it is. */
export const isFutureName = (name: string): boolean => ofFuture.test(name);

/** What the place of the current bar is called. */
export const isIndexName = (name: string): boolean =>
  /^(?:i|idx|index|t|barIndex|bar_index|currentIndex|current|currentBar|now|pos|cursor)$/.test(
    name,
  );

export const isIndexMember = (name: string): boolean =>
  /^(?:index|barIndex|bar_index|currentIndex|currentBar|cursor|idx)$/.test(name);

export const isTimeName = (name: string): boolean =>
  /^(?:time|date|timestamp|index|datetime|day|ts|t)$/.test(name);

/** Prices of one bar. */
export const isPriceName = (name: string): boolean =>
  /^(?:close|open|high|low|price|vwap|bid|ask|mid)$/i.test(name);
