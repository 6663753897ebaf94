import { maximumPlotName, maximumPlots } from '../frames/plot-limits.ts';

/** The series that a strategy plots: one value a clock bar, NaN where it plotted none. */
export class Plots {
  readonly series = new Map<string, Float64Array>();
  readonly #barCount: number;

  constructor(barCount: number) {
    this.#barCount = barCount;
  }

  /** @throws {RangeError} for a bad name, a value that is no number, or too many series. */
  add(name: unknown, bar: number, value: unknown): void {
    if (typeof name !== 'string' || name.length === 0 || name.length > maximumPlotName) {
      throw new RangeError(`plot: a name has 1 to ${maximumPlotName} characters`);
    }
    if (typeof value !== 'number') {
      throw new TypeError(`plot("${name}") on bar ${bar}: ${String(value)} is not a number`);
    }
    const column = this.series.get(name) ?? this.#create(name);
    // Not finite means: nothing to draw here, such as an indicator that is still warming up.
    column[bar] = Number.isFinite(value) ? value : NaN;
  }

  #create(name: string): Float64Array {
    if (this.series.size >= maximumPlots) {
      throw new RangeError(`plot("${name}"): a run draws at most ${maximumPlots} series`);
    }
    const column = new Float64Array(this.#barCount).fill(NaN);
    this.series.set(name, column);
    return column;
  }
}
