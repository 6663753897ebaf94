import type { MetricDefinition } from '../definition.ts';
import { excursionNote, noExcursions } from '../excursions.ts';
import { figure } from '../figure.ts';

export const worstAdverseExcursion: MetricDefinition = {
  id: 'worst_adverse_excursion',
  label: 'Worst MAE',
  group: 'Trades',
  unit: 'percent',
  formula:
    'the furthest price against a closed trade / its entry price, the worst of all; the entry and the exit bar count whole, which is pessimistic: prices before the entry or after the exit may be in it',
  source: 'J. Sweeney, Maximum Adverse Excursion (1997)',
  examples: [
    {
      given: {
        equity: [100, 100, 100, 100],
        lows: [95, 90, 97, 50],
        highs: [101, 104, 108, 200],
        trades: [
          { entryPrice: 100, exitTime: Date.UTC(2001, 0, 3) },
          { direction: 'short', entryPrice: 100, exitTime: Date.UTC(2001, 0, 2) },
        ],
      },
      arithmetic: 'long: 90 / 100 − 1 = −10% on days 0 to 2; short: 1 − 104 / 100 = −4%',
      value: -0.1,
    },
    {
      given: { trades: [{ symbol: 'OTHER' }] },
      arithmetic: 'no bars of that instrument',
      value: null,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades, excursions: { adverse } }) {
    const problem = noExcursions(closedTrades.length, adverse.length);
    if (problem) return problem;
    return figure(
      adverse.reduce((found, value) => Math.min(found, value), 0),
      excursionNote(closedTrades.length, adverse.length),
    );
  },
};
