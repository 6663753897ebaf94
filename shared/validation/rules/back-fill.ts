import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const backFill: Rule = {
  id: 'back-fill',
  family: 'look-ahead',
  severity: 'error',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'A gap is filled from a later bar',
  explain:
    'What fills the gap was not known when the gap was there; a loop from the end hands the future back.',
  fix: 'Carry the last known value forward.',
  bad: [
    {
      code: 'export const f = (closes) => closes.reduceRight((out, c) => [c ?? out[0], ...out], []);',
      at: 'closes.reduceRight((out, c) => [c ?? out[0], ...out], [])',
    },
    {
      code: 'export function f(closes) {\n  let next = NaN;\n  for (let i = closes.length - 1; i >= 0; i--) {\n    next = closes[i] ?? next;\n    closes[i] = next;\n  }\n}',
      at: 'closes[i] = next',
    },
    { code: 'export const f = (prices, i) => prices[i] ?? prices[i + 1];', at: 'prices[i + 1]' },
    {
      code: 'export function f(closes) {\n  for (let i = 0; i < closes.length; i++) if (!closes[i]) closes[i] = closes[i + 1];\n}',
      at: 'closes[i + 1]',
    },
    { code: 'export const f = (frame) => frame.close.bfill();', at: 'frame.close.bfill()' },
  ],
  good: [
    'export const f = (prices, i) => prices[i] ?? prices[i - 1];',
    'export function f(closes) {\n  for (let i = 1; i < closes.length; i++) if (!closes[i]) closes[i] = closes[i - 1];\n}',
    'export const f = (x, y) => x ?? y;',
  ],
  inPython: {
    fix: 'Carry the last known value forward: `ffill()`.',
    bad: [
      {
        code: "def positions(data):\n    return data['close'].bfill()",
        at: "data['close'].bfill()",
      },
      {
        code: "def positions(data):\n    return data.fillna(method='bfill')",
        at: "data.fillna(method='bfill')",
      },
      {
        code: 'def positions(data):\n    return data.close.interpolate()',
        at: 'data.close.interpolate()',
      },
      {
        code: "def positions(data):\n    return data.reindex(days, method='nearest')",
        at: "data.reindex(days, method='nearest')",
      },
    ],
    good: [
      "def positions(data):\n    return data['close'].ffill()",
      "def positions(data):\n    return data.fillna(method='ffill').fillna(0)",
      'class A:\n    def bfill(self):\n        return 1\nx = A().bfill()',
    ],
  },
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'back-fill',
      ({ series }) => `A gap in ${series} is filled from a later bar.`,
    ),
};
