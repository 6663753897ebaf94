import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const lastBar: Rule = {
  id: 'last-bar',
  family: 'look-ahead',
  severity: 'warning',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'The last bar of the run',
  explain: 'Where a function knows its place in the series, the end of the series is the future.',
  fix: 'Use the current bar.',
  bad: [
    {
      code: 'export const f = (closes) => closes.map((c) => c / closes[closes.length - 1]);',
      at: 'closes[closes.length - 1]',
    },
    {
      code: 'export const f = (bars, i) => bars[bars.length - 1].close - bars[i].close;',
      at: 'bars[bars.length - 1]',
    },
    {
      code: 'export const f = (closes, index) => closes.at(-1) > closes[index];',
      at: 'closes.at(-1)',
    },
    {
      code: 'class A {\n  onBar(bar, i, candles) {\n    return candles[candles.length - 1].close;\n  }\n}',
      at: 'candles[candles.length - 1]',
    },
  ],
  good: [
    'export const last = (bars) => bars[bars.length - 1];',
    'class A {\n  closes = [];\n  onBar(bar, i) {\n    this.closes.push(bar.close + i);\n    return this.closes[this.closes.length - 1];\n  }\n}',
    'export const f = (list, i) => list[list.length - 1] + i;',
  ],
  inPython: {
    fix: 'Use the bars so far: `expanding()`, `cummax()`, or a value of `shift(1)`.',
    bad: [
      {
        code: "def positions(data):\n    return data['close'] < data['close'].iloc[-1]",
        at: "data['close'].iloc[-1]",
      },
      {
        code: 'def f(df):\n    last = df.close.values[-1]\n    return df.close / last',
        at: 'df.close.values[-1]',
      },
      { code: 'def f(closes):\n    return closes - closes[-1]', at: 'closes[-1]' },
    ],
    good: [
      'def last(df):\n    return df.close.iloc[-1]',
      'def f(df):\n    return df.close / df.close.iloc[0]',
      'class A:\n    def generate_signals(self, data):\n        return data.close < data.close.iloc[-1]',
    ],
  },
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'last bar',
      ({ series }) => `The end of ${series} lies after the current bar.`,
    ),
};
