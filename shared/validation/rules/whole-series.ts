import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const wholeSeries: Rule = {
  id: 'whole-series',
  family: 'look-ahead',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
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
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'whole series',
      ({ series }) => `This figure of ${series} contains bars after the current one.`,
    ),
};
