// Drawdown analysis: how deep was the instrument under water, and how wildly did it move? A script that
// decides nothing: its two lines are drawn over the run's dates.
import { data } from 'stratbox';

const { time, close } = data;

let peak = -Infinity;
const drawdown = close.map((price) => {
  peak = Math.max(peak, price);
  return price / peak - 1;
});

const returns = close.map((price, bar) => (bar === 0 ? NaN : price / close[bar - 1] - 1));
const window = 63;
const volatility = returns.map((_, bar) => {
  if (bar < window) return NaN;
  const seen = returns.slice(bar - window + 1, bar + 1);
  const mean = seen.reduce((sum, value) => sum + value, 0) / window;
  const squares = seen.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt((squares / (window - 1)) * 252);
});

// The last bar of each month: a table that can still be read.
const monthOf = (bar) => new Date(time[bar]).toISOString().slice(0, 7);
const bars = time
  .map((_, bar) => bar)
  .filter((bar) => bar === time.length - 1 || monthOf(bar) !== monthOf(bar + 1));
export const result = bars.map((bar) => ({
  date: new Date(time[bar]),
  drawdown: drawdown[bar],
  volatility: volatility[bar],
}));

const deepest = drawdown.indexOf(drawdown.reduce((low, value) => Math.min(low, value)));
console.log('deepest', new Date(time[deepest]).toISOString().slice(0, 10), drawdown[deepest]);
console.log('below its peak on', drawdown.filter((value) => value < 0).length, 'of', time.length);
