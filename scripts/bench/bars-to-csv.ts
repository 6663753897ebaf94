import type { Bars } from '../../shared/bars/bars.ts';

/** The bars as a file that a person would import. */
export function barsToCsv({ time, open, high, low, close, volume }: Bars): { content: string } {
  const lines = ['time,open,high,low,close,volume'];
  for (let bar = 0; bar < time.length; bar += 1) {
    const prices = [open, high, low, close].map((column) => (column[bar] as number).toFixed(4));
    lines.push([new Date(time[bar] as number).toISOString(), ...prices, volume[bar]].join(','));
  }
  return { content: `${lines.join('\n')}\n` };
}
