import type { Bars } from '../bars/bars.ts';
import type { StrategyBar } from './session.ts';

/**
 * One bar object for a whole run: it reads its columns at the row where the engine stands. Only for strategies that
 * cannot tell it from a bar of their own at every step (keeps-bars.ts); it saves copying six numbers
 * a bar of which most strategies read one.
 */
export class BarView implements StrategyBar {
  readonly symbol: string;
  /** The engine's own: `rows[0]` is the row that is decided now. */
  readonly #rows: Int32Array;
  readonly #time: Float64Array;
  readonly #open: Float64Array;
  readonly #high: Float64Array;
  readonly #low: Float64Array;
  readonly #close: Float64Array;
  readonly #volume: Float64Array;

  constructor(bars: Bars, rows: Int32Array) {
    this.#rows = rows;
    this.symbol = bars.symbol;
    this.#time = bars.time;
    this.#open = bars.open;
    this.#high = bars.high;
    this.#low = bars.low;
    this.#close = bars.close;
    this.#volume = bars.volume;
  }

  get index(): number {
    return this.#rows[0] as number;
  }

  get time(): number {
    return this.#time[this.#rows[0] as number] as number;
  }

  get open(): number {
    return this.#open[this.#rows[0] as number] as number;
  }

  get high(): number {
    return this.#high[this.#rows[0] as number] as number;
  }

  get low(): number {
    return this.#low[this.#rows[0] as number] as number;
  }

  get close(): number {
    return this.#close[this.#rows[0] as number] as number;
  }

  get volume(): number {
    return this.#volume[this.#rows[0] as number] as number;
  }
}
