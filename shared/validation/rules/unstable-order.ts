import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const reasons = {
  random: 'This comparison answers by chance',
  'yes or no': 'This comparison says only yes or no, where sort asks for less, equal or more',
  fixed: 'This comparison always answers the same',
} as const;

export const unstableOrder: Rule = {
  id: 'unstable-order',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
  title: 'A comparison that contradicts itself',
  explain:
    'How a list ends up when its comparison contradicts itself is left to the engine: another version gives another order, and so other trades.',
  fix: 'Return a number: `a.score - b.score`. To shuffle, draw one place after the other with this.random().',
  bad: [
    {
      code: 'const f = (list, strategy) => list.sort(() => strategy.random() - 0.5);',
      at: 'list.sort(() => strategy.random() - 0.5)',
    },
    {
      code: 'const f = (list) => list.sort((a, b) => a.score > b.score);',
      at: 'list.sort((a, b) => a.score > b.score)',
    },
    { code: 'const f = (list) => list.toSorted(() => -1);', at: 'list.toSorted(() => -1)' },
  ],
  good: [
    'const f = (list) => list.sort((a, b) => a.score - b.score);',
    'const f = (list) => list.sort((a, b) => (a.score > b.score ? 1 : a.score < b.score ? -1 : 0));',
    'const f = (list) => list.sort((a, b) => (a.name < b.name ? -1 : 1));',
    'const f = (list) => list.sort();',
  ],
  check: ({ unstableOrders }) =>
    hitsFor(
      unstableOrders,
      () => true,
      ({ how }) => `${reasons[how]}: the order is left to the engine.`,
    ),
};
