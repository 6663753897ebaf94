import { createBars, type Bars } from '../../shared/bars/bars.ts';
import { createRandom } from '../../shared/engine/random.ts';

/** A random walk of `count` bars that starts at 100, the same at every call. */
export function randomMarket(count: number): Bars {
  const random = createRandom(7);
  const column = () => new Float64Array(count);
  const [time, open, high, low, close, volume] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  let price = 100;
  for (let bar = 0; bar < count; bar += 1) {
    time[bar] = bar * 60_000;
    open[bar] = price;
    price *= 1 + (random() - 0.4999) * 0.002;
    close[bar] = price;
    high[bar] = Math.max(open[bar] as number, price) * 1.0002;
    low[bar] = Math.min(open[bar] as number, price) * 0.9998;
    volume[bar] = 1000;
  }
  return createBars('BENCH', { time, open, high, low, close, volume });
}
