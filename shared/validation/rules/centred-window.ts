import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const centredWindow: Rule = {
  id: 'centred-window',
  family: 'look-ahead',
  severity: 'error',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'A window that reaches past the current bar',
  explain: 'A window around or after the current bar averages bars that have not happened.',
  fix: 'End the window at the current bar: slice(i - n + 1, i + 1).',
  bad: [
    {
      code: 'export const f = (frame) => frame.close.rolling(5, { center: true });',
      at: 'frame.close.rolling(5, { center: true })',
    },
    {
      code: 'export const f = (closes, i, k) => closes.slice(i - k, i + k + 1);',
      at: 'closes.slice(i - k, i + k + 1)',
    },
    { code: 'export const f = (bars, i) => bars.slice(i + 1);', at: 'bars.slice(i + 1)' },
    {
      code: 'export const f = (prices, index) => prices.slice(index, index + 5);',
      at: 'prices.slice(index, index + 5)',
    },
  ],
  good: [
    'export const f = (closes, i, n) => closes.slice(i - n + 1, i + 1);',
    'export const f = (closes) => closes.slice(-20);',
    'export const f = (text, i) => text.slice(i, i + 5);',
  ],
  inPython: {
    fix: 'End the window at the current bar: `rolling(n)` without `center`, or `iloc[i - n + 1:i + 1]`.',
    bad: [
      {
        code: 'def positions(data):\n    return data.close.rolling(5, center=True).mean()',
        at: 'data.close.rolling(5, center=True)',
      },
      {
        code: "import numpy as np\ndef f(close):\n    return np.convolve(close, [1, 1, 1], 'same')",
        at: "np.convolve(close, [1, 1, 1], 'same')",
      },
      {
        code: 'from scipy.signal import savgol_filter\ndef f(close):\n    return savgol_filter(close, 5, 2)',
        at: 'savgol_filter(close, 5, 2)',
      },
      {
        code: 'def f(df, i):\n    return df.close.iloc[i - 2:i + 3].mean()',
        at: 'df.close.iloc[i - 2:i + 3]',
      },
    ],
    good: [
      'def positions(data):\n    return data.close.rolling(5).mean()',
      "import numpy as np\ndef f(close):\n    return np.convolve(close, [1, 1, 1], 'valid')",
      'def f(df, i):\n    return df.close.iloc[i - 2:i + 1].mean()',
      'def f(text, i):\n    return text[i:i + 5]',
    ],
  },
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'centred window',
      ({ series }) => `This window of ${series} reaches past the current bar.`,
    ),
};
