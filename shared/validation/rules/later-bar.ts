import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const laterBar: Rule = {
  id: 'later-bar',
  family: 'look-ahead',
  severity: 'error',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'A later bar is read',
  explain:
    'At the moment of the decision this bar has not happened yet: the back-test wins with knowledge that nobody will have.',
  fix: 'Decide from the current bar and those before it: this.barAgo(1).',
  bad: [
    {
      code: 'export function f(closes) {\n  const next = closes.slice(1);\n  return closes.map((c, i) => next[i] > c);\n}',
      at: 'next[i]',
    },
    {
      code: 'const prices = [10, 11, 9, 12];\nclass A {\n  onBar(bar) {\n    return prices[this.barIndex + 1] > bar.close;\n  }\n}',
      at: 'prices[this.barIndex + 1]',
    },
    { code: 'export const f = (bars, i) => bars[i + 1].close;', at: 'bars[i + 1]' },
    {
      code: 'class A {\n  onBar() {\n    return this.data.close[this.barIndex + 2];\n  }\n}',
      at: 'this.data.close[this.barIndex + 2]',
    },
    {
      code: 'export const f = (bars, bar) => bars.find((b) => b.time > bar.time);',
      at: 'bars.find((b) => b.time > bar.time)',
    },
  ],
  good: [
    'export const f = (bars, i) => bars[i - 1].close;',
    'export function f(xs) {\n  const out = [];\n  for (let i = 0; i < xs.length - 1; i++) out.push(xs[i + 1] - xs[i]);\n  return out;\n}',
    'class A {\n  onBar(bar) {\n    this.closes.push(bar.close);\n    return this.closes[this.closes.length - 1];\n  }\n  initialize() {\n    this.closes = [];\n  }\n}',
  ],
  inPython: {
    fix: 'Decide from the current bar and those before it: `shift(1)`, or `self.bar_ago(1)` in on_bar.',
    bad: [
      { code: 'def f(df, i):\n    return df.close.iloc[i + 1]', at: 'df.close.iloc[i + 1]' },
      {
        code: "def f(df):\n    for i in range(len(df) - 1):\n        if df['close'].iloc[i + 1] > df['close'].iloc[i]:\n            return i",
        at: "df['close'].iloc[i + 1]",
      },
      { code: 'def f(closes, i, n=2):\n    return closes[i + n]', at: 'closes[i + n]' },
      {
        code: "import pandas as pd\ndef f(a, b):\n    return pd.merge_asof(a, b, on='time', direction='forward')",
        at: "pd.merge_asof(a, b, on='time', direction='forward')",
      },
    ],
    good: [
      'def f(df, i):\n    return df.close.iloc[i - 1]',
      "import pandas as pd\ndef f(a, b):\n    return pd.merge_asof(a, b, on='time')",
      'def f(xs):\n    return [xs[i + 1] - xs[i] for i in range(len(xs) - 1)]',
      'def f(words, i):\n    return words[i + 1]',
    ],
  },
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'later bar',
      ({ series }) => `This reads ${series} after the current bar.`,
    ),
};
