import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const negativeAgo: Rule = {
  id: 'negative-ago',
  family: 'look-ahead',
  severity: 'error',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'A negative number of bars ago',
  explain: 'Minus one bar ago is tomorrow: it is not known when the strategy decides.',
  fix: 'Look back with a positive number: this.barAgo(1).',
  bad: [
    {
      code: 'class A {\n  onBar() {\n    return this.barAgo.call(this, -1);\n  }\n}',
      at: 'this.barAgo.call(this, -1)',
    },
    { code: 'class A {\n  onBar() {\n    return this.barAgo(-1);\n  }\n}', at: 'this.barAgo(-1)' },
    {
      code: 'const ahead = -2;\nexport const f = (strategy) => strategy.barAgo(ahead);',
      at: 'strategy.barAgo(ahead)',
    },
    { code: 'export const f = (frame) => frame.close.shift(-1);', at: 'frame.close.shift(-1)' },
  ],
  good: [
    'class A {\n  onBar() {\n    return this.barAgo(1);\n  }\n}',
    'const list = [1, 2];\nlist.shift();',
    'export const f = (text) => text.at(-1);',
  ],
  inPython: {
    fix: 'Look back with a positive number: `shift(1)`, or `self.bar_ago(1)` in on_bar.',
    bad: [
      {
        code: "def positions(data):\n    return data['close'].shift(-1)",
        at: "data['close'].shift(-1)",
      },
      { code: 'n = 1\ndef f(df):\n    return df.shift(periods=-n)', at: 'df.shift(periods=-n)' },
      {
        code: 'def positions(data):\n    return data.close.pct_change(-5)',
        at: 'data.close.pct_change(-5)',
      },
      {
        code: 'import numpy as np\ndef f(close):\n    return np.roll(close, -1)',
        at: 'np.roll(close, -1)',
      },
      {
        code: 'def f(df, horizon):\n    return df.close.diff(0 - horizon)',
        at: 'df.close.diff(0 - horizon)',
      },
    ],
    good: [
      "def positions(data):\n    return data['close'].shift(1)",
      'def positions(data):\n    return data.close.pct_change(5) + data.close.diff()',
      'import numpy as np\ndef f(close):\n    return np.roll(close, 1)',
      'class Gear:\n    def shift(self, by):\n        return by\nx = Gear().shift(-1)',
    ],
  },
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'negative ago',
      ({ series }) => `A negative distance in ${series} looks forward.`,
    ),
};
