import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const wholeSeries: Rule = {
  id: 'whole-series',
  family: 'look-ahead',
  severity: 'warning',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'A figure of the whole series',
  explain:
    'A mean or a maximum over all bars contains those that come later: the past is judged with the future.',
  fix: 'Use a figure of the bars so far: an indicator, or a list that you fill in onBar.',
  bad: [
    {
      code: 'export function f(closes) {\n  let top = 0;\n  for (const c of closes) if (c > top) top = c;\n  return closes.map((c) => c / top);\n}',
      at: 'top = c',
    },
    {
      code: 'export const f = (closes, i) => closes[i] / Math.max(...closes);',
      at: 'Math.max(...closes)',
    },
    {
      code: 'class A {\n  onBar(bar) {\n    return bar.close - mean(this.data.closes);\n  }\n}\nfunction mean(xs) {\n  return xs[0];\n}',
      at: 'mean(this.data.closes)',
    },
    {
      code: 'export const f = (bars, index) => bars.reduce((s, b) => s + b.close, 0) / index;',
      at: 'bars.reduce((s, b) => s + b.close, 0)',
    },
  ],
  good: [
    'export const mean = (closes) => closes.reduce((s, x) => s + x, 0) / closes.length;',
    'class A {\n  closes = [];\n  onBar(bar) {\n    this.closes.push(bar.close);\n    return Math.max(...this.closes);\n  }\n}',
    'export const f = (closes, i) => Math.max(...closes.slice(i - 9, i + 1));',
  ],
  inPython: {
    fix: 'Use a figure of the bars so far: `rolling(n)`, `expanding()`, an indicator, or a list that you fill in on_bar.',
    bad: [
      {
        code: "def positions(data):\n    close = data['close']\n    return (close - close.mean()) / close.std()",
        at: 'close.mean()',
      },
      {
        code: 'def f(df):\n    top = df.close.max()\n    return df.close > 0.9 * top',
        at: 'df.close.max()',
      },
      {
        code: 'import numpy as np\ndef f(prices):\n    return prices / np.max(prices)',
        at: 'np.max(prices)',
      },
      {
        code: "def f(df):\n    return df['close'].rank(pct=True)",
        at: "df['close'].rank(pct=True)",
      },
      {
        code: 'from scipy import stats\ndef f(close):\n    return stats.zscore(close)',
        at: 'stats.zscore(close)',
      },
    ],
    good: [
      "def positions(data):\n    close = data['close']\n    return close > close.rolling(20).max()",
      "def report(df):\n    return {'mean': df.close.mean(), 'last': df.close.iloc[-1]}",
      'def f(data):\n    return data.rank(axis=1) + data.sub(data.mean(axis=1), axis=0)',
      'class A:\n    def on_bar(self, bar):\n        self.closes.append(bar.close)\n        return bar.close - sum(self.closes) / len(self.closes)',
      "def f(data):\n    close = data['close']\n    return close / close.expanding().max() - close.ewm(span=5).mean()",
    ],
  },
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'whole series',
      ({ series }) => `This figure of ${series} contains bars after the current one.`,
    ),
};
