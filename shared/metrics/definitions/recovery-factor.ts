import type { MetricDefinition } from '../definition.ts';
import { figure, noBars, notAvailable } from '../figure.ts';

export const recoveryFactor: MetricDefinition = {
  id: 'recovery_factor',
  label: 'Recovery factor',
  group: 'Drawdown',
  unit: 'ratio',
  formula: 'net profit / the most money equity ever fell below its peak',
  source:
    'MetaQuotes, MQL5 Reference: Testing Statistics (2010), there with the drawdown of the balance',
  examples: [
    {
      given: { equity: [100, 120, 90, 160] },
      arithmetic: '60 won / 30 lost from 120 to 90',
      value: 2,
    },
    {
      given: { equity: [100, 50, 400, 300, 300] },
      arithmetic: '200 / 100: the fall from 400 is 25% but more money than the 50% before it',
      value: 2,
    },
    { given: { equity: [100, 101] }, arithmetic: 'equity never fell', value: null },
  ],
  compute({ equity, initialCash }) {
    const last = equity.at(-1);
    if (last === undefined) return noBars;
    let [peak, deepest] = [-Infinity, 0];
    for (let bar = 0; bar < equity.length; bar += 1) {
      const value = equity[bar] as number;
      if (value > peak) peak = value;
      else if (peak - value > deepest) deepest = peak - value;
    }
    if (deepest === 0) return notAvailable('there was no drawdown to divide by');
    const note = Number.isFinite(deepest) ? `${deepest.toFixed(2)} below its peak at most` : '';
    return figure((last - initialCash) / deepest, note);
  },
};
