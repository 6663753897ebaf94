import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const reorderedSeries: Rule = {
  id: 'reordered-series',
  family: 'look-ahead',
  severity: 'warning',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'A series out of its order',
  explain:
    'Reversed or sorted by its outcome, a series shows the end first; shuffled or split by chance, it puts later bars among the earlier.',
  fix: 'Keep the order of time; sort a copy of the past only.',
  bad: [
    {
      code: 'export const f = (bars, random) => bars.filter(() => random() < 0.8);',
      at: 'bars.filter(() => random() < 0.8)',
    },
    { code: 'export const f = (bars) => bars.reverse();', at: 'bars.reverse()' },
    {
      code: 'export const f = (candles) => candles.sort((a, b) => b.close - a.close);',
      at: 'candles.sort((a, b) => b.close - a.close)',
    },
    {
      code: 'export const f = (data) => [...data].sort((a, b) => b.high - a.high)[0];',
      at: '[...data].sort((a, b) => b.high - a.high)',
    },
  ],
  good: [
    'export const f = (values) => [...values].sort((a, b) => a - b);',
    'export const f = (bars) => bars.sort((a, b) => a.time - b.time);',
    "export const f = (text) => text.split('').reverse().join('');",
  ],
  inPython: {
    fix: 'Keep the order of time; split it by date, and sort a copy of the past only.',
    bad: [
      { code: "def positions(data):\n    return data['close'][::-1]", at: "data['close'][::-1]" },
      { code: 'def f(df):\n    return df.iloc[::-1]', at: 'df.iloc[::-1]' },
      { code: "def f(df):\n    return df.sort_values('close')", at: "df.sort_values('close')" },
      {
        code: 'from sklearn.model_selection import train_test_split\ndef f(x, y):\n    return train_test_split(x, y)',
        at: 'train_test_split(x, y)',
      },
      { code: 'def f(data):\n    return list(reversed(data))', at: 'reversed(data)' },
    ],
    good: [
      "text = 'abc'[::-1]",
      "def f(df):\n    return df.sort_values('date')",
      'from sklearn.model_selection import train_test_split\ndef f(x, y):\n    return train_test_split(x, y, shuffle=False)',
      'def f(names):\n    return list(reversed(names))[::-1]',
    ],
  },
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'reordered',
      ({ series }) => `${series} is no longer in the order of time.`,
    ),
};
