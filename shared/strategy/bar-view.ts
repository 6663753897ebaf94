import type { Bars } from '../bars/bars.ts';
import type { StrategyBar } from './session.ts';

/**
 * One bar object for a whole run: it reads the column where it stands. Only for strategies that
 * cannot tell it from a bar of their own at every step (keeps-bars.ts); it saves copying six numbers
 * a bar of which most strategies read one.
 */
export class BarView implements StrategyBar {
  readonly symbol: string;
  readonly #time: Float64Array;
  readonly #open: Float64Array;
  readonly #high: Float64Array;
  readonly #low: Float64Array;
  readonly #close: Float64Array;
  readonly #volume: Float64Array;
  #row = 0;

  constructor(bars: Bars) {
    this.symbol = bars.symbol;
    this.#time = bars.time;
    this.#open = bars.open;
    this.#high = bars.high;
    this.#low = bars.low;
    this.#close = bars.close;
    this.#volume = bars.volume;
  }

  static move(view: BarView, row: number): void {
    view.#row = row;
  }

  get index(): number {
    return this.#row;
  }

  get time(): number {
    return this.#time[this.#row] as number;
  }

  get open(): number {
    return this.#open[this.#row] as number;
  }

  get high(): number {
    return this.#high[this.#row] as number;
  }

  get low(): number {
    return this.#low[this.#row] as number;
  }

  get close(): number {
    return this.#close[this.#row] as number;
  }

  get volume(): number {
    return this.#volume[this.#row] as number;
  }
}
