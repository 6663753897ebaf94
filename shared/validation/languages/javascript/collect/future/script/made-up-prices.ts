/** How a run goes on after one of its bars, so that two runs are alike up to there and no further. */
export interface Turn {
  /** The last bar that both runs have in common. */
  readonly after: number;
  /** By how much later prices are multiplied. */
  readonly by: number;
}

/** Numbers from -1 to 1, one for each place, the same in each play. */
export function noiseOf(name: string): (place: number) => number {
  let seed = 2_166_136_261;
  for (let at = 0; at < name.length; at++) {
    seed = Math.imul(seed ^ name.charCodeAt(at), 16_777_619);
  }
  return (place) => {
    let hash = Math.imul(seed ^ (place + 1), 2_246_822_519);
    hash = Math.imul(hash ^ (hash >>> 15), 3_266_489_917);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1;
  };
}

const isLater = (bar: number, turn: Turn | undefined): turn is Turn =>
  turn !== undefined && bar > turn.after;

/** Prices that wander, and by turns rise and fall. */
function closesOf(symbol: string, bars: number, turn: Turn | undefined): number[] {
  const [now, later] = [noiseOf(symbol), noiseOf(`${symbol} later`)];
  // Instruments part at a turn: which of them does best is another one then.
  const by = turn && turn.by ** Math.sign(now(-1));
  let price = 100;
  return Array.from({ length: bars }, (_, bar) => {
    price *= 1 + 0.03 * now(bar) + 0.06 * Math.sin(bar / 7);
    return isLater(bar, turn) ? price * (by ?? 1) * (1 + 0.2 * later(bar)) : price;
  });
}

/** One column of one instrument. */
export function columnOf(
  field: string,
  symbol: string,
  bars: number,
  turn: Turn | undefined,
): number[] {
  const closes = closesOf(symbol, bars, turn);
  const bendOf = (of: string): ((bar: number) => number) => {
    const [now, later] = [noiseOf(`${symbol} ${of}`), noiseOf(`${symbol} later ${of}`)];
    return (bar) => (isLater(bar, turn) ? 1 + 2 * later(bar) : now(bar));
  };
  const bend = bendOf(field);
  if (field === 'close') return closes;
  if (field === 'volume') {
    return closes.map((close, bar) => Math.round(1e4 * close * (1 + 0.3 * bend(bar))));
  }
  const open = bendOf('open');
  return closes.map((close, bar) => {
    // A bar opens away from the close before it: at a turn nothing of it may be known by then.
    const opened = close * (1 + 0.02 * open(bar));
    if (field === 'open') return opened;
    return field === 'high'
      ? Math.max(close, opened) * (1.01 + 0.003 * bend(bar))
      : Math.min(close, opened) * (0.99 + 0.003 * bend(bar));
  });
}

/** A figure of a table that is no price. */
export function figureOf(name: string): (row: number, turn: Turn | undefined) => number {
  const figure = noiseOf(name);
  return (row, turn) => {
    if (turn === undefined) return 2 * figure(row);
    return Math.sign(turn.by - 1) * (3 + Math.abs(figure(row)));
  };
}
