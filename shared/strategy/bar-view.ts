import type { Bars } from '../bars/bars.ts';
import type { StrategyBar } from './session.ts';

/**
 * One bar object for a whole run: it reads the column where it stands. Only for strategies that
 * cannot tell it from a bar of their own at every step (keeps-bars.ts); it saves copying six numbers
 * a bar of which most strategies read one.
 */
export class BarView implements StrategyBar {
  readonly #bars: Bars;
  #row = 0;

  constructor(bars: Bars) {
    this.#bars = bars;
  }

  static move(view: BarView, row: number): void {
    view.#row = row;
  }

  get symbol(): string {
    return this.#bars.symbol;
  }

  get index(): number {
    return this.#row;
  }

  get time(): number {
    return this.#bars.time[this.#row] as number;
  }

  get open(): number {
    return this.#bars.open[this.#row] as number;
  }

  get high(): number {
    return this.#bars.high[this.#row] as number;
  }

  get low(): number {
    return this.#bars.low[this.#row] as number;
  }

  get close(): number {
    return this.#bars.close[this.#row] as number;
  }

  get volume(): number {
    return this.#bars.volume[this.#row] as number;
  }
}
