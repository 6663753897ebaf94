import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const lastBar: Rule = {
  id: 'last-bar',
  family: 'look-ahead',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
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
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'last bar',
      ({ series }) => `The end of ${series} lies after the current bar.`,
    ),
};
