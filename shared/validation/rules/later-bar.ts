import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const laterBar: Rule = {
  id: 'later-bar',
  family: 'look-ahead',
  severity: 'error',
  points: score.none,
  languages: ['javascript'],
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
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'later bar',
      ({ series }) => `This reads ${series} after the current bar.`,
    ),
};
