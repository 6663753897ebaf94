/** What both charts must share to the pixel, so that a date stands at the same place in each. */
export const chartMargin = { top: 6, right: 0, bottom: 0, left: 2 };
export const valueAxisWidth = 54;

export const tickStyle = { fill: 'var(--text-muted)', fontSize: 11 };
export const cursorStyle = { stroke: 'var(--text-muted)', strokeWidth: 1, strokeDasharray: '3 3' };

/** What every chart's axes have in common: all its ticks are shown, as labels without marks. */
export const timeAxis = {
  dataKey: 'time',
  type: 'number',
  interval: 0,
  tick: tickStyle,
  tickLine: false,
  tickMargin: 6,
  axisLine: { stroke: 'var(--border)' },
} as const;
export const valueAxis = {
  orientation: 'right',
  width: valueAxisWidth,
  interval: 0,
  allowDataOverflow: true,
  tick: tickStyle,
  tickLine: false,
  axisLine: false,
} as const;

/** About one label in this many pixels keeps them apart at every width. */
const pixelsPerTimeTick = 76;

export function timeTickCount(width: number): number {
  return Math.max(2, Math.floor((width - valueAxisWidth) / pixelsPerTimeTick));
}
