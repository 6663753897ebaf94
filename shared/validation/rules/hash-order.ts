import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const hashOrder: Rule = {
  id: 'hash-order',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['python'],
  title: 'An order that each process makes up',
  explain:
    'Python gives texts another hash in every process: a set of symbols is walked in another order, and hash() and id() are other numbers each time.',
  fix: 'Walk over sorted(…), or use a list or a dictionary, which keep their order.',
  bad: [
    { code: "for symbol in {'AAA', 'BBB'}:\n    print(symbol)", at: "{'AAA', 'BBB'}" },
    { code: "names = set(['a', 'b'])\nfirst = list(names)[0]", at: 'names' },
    { code: 'def f(symbol):\n    return hash(symbol) % 10', at: 'hash(symbol)' },
    { code: "x = [s for s in {'a'} | {'b'}]", at: "{'a'} | {'b'}" },
    { code: 'def f(x):\n    return id(x)', at: 'id(x)' },
  ],
  good: [
    "for symbol in sorted({'AAA', 'BBB'}):\n    print(symbol)",
    "names = {'a', 'b'}\nx = 'a' in names, len(names), sorted(n for n in names)",
    'for day in {1, 2, 3}:\n    print(day)',
    "for symbol in {'AAA': 1, 'BBB': 2}:\n    print(symbol)",
    'class A:\n    def __init__(self, x):\n        self.x = x\n    def __hash__(self):\n        return hash(self.x)',
    'def f(orders, id):\n    return orders[id]',
  ],
  check: ({ hashOrders, reaches }) => [
    ...hitsFor(
      reaches,
      ({ path, usage }) =>
        (path === 'hash' || path === 'id') && (usage === 'value' || usage === 'alias'),
      ({ path }) => `\`${path}\` gives numbers that differ from process to process.`,
    ),
    ...hitsFor(
      hashOrders,
      () => true,
      ({ how }) =>
        how === 'set'
          ? 'The order of this set of texts differs from process to process.'
          : 'This number differs from process to process.',
    ),
  ],
};
