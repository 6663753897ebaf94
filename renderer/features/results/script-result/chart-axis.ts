import { timeTickCount } from '../equity-chart/chart-style.ts';
import { timeTicks, withinAxis } from '../equity-chart/time-ticks.ts';
import { linearTicks } from '../equity-chart/value-ticks.ts';
import type { LinesChart } from '../../../../shared/reports/script-result/chart-of-table.ts';
import { printTick } from './print-tick.ts';
import {
  numberPrintOf,
  printNumber,
} from '../../../../shared/reports/script-result/print-number.ts';
import { timePrintOf } from '../../../../shared/reports/script-result/print-time.ts';

/** The axis that the columns are drawn along. */
export interface ChartAxis {
  readonly name: string;
  readonly span: readonly [number, number];
  readonly ticks: readonly number[];
  /** Beside a tick, as short as the span allows. */
  readonly tick: (x: number) => string;
  /** Whole, where one points. */
  readonly print: (x: number) => string;
}

export function chartAxis({ axis: { name, isTime }, x }: LinesChart, width: number): ChartAxis {
  const span = [x[0] ?? 0, x.at(-1) ?? 0] as const;
  const count = timeTickCount(width);
  if (isTime) {
    const { ticks, label } = withinAxis(timeTicks(...span, count), span, width);
    return { name, span, ticks, tick: label, print: timePrintOf(x) };
  }
  const print = numberPrintOf(x, true);
  const inside = linearTicks(...span, count).ticks.filter((at) => at >= span[0] && at <= span[1]);
  // Labels between whole rows or years would name what is not there.
  const ticks = print.decimals === 0 ? inside.filter(Number.isInteger) : inside;
  const label = (at: number) => (print.grouped ? printTick(at) : String(at));
  const axis = withinAxis({ ticks, label }, span, width);
  return { name, span, ticks: axis.ticks, tick: label, print: (at) => printNumber(at, print) };
}
