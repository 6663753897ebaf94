import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const garbageTiming: Rule = {
  id: 'garbage-timing',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
  title: 'Depends on when memory is cleared',
  explain:
    'WeakRef and FinalizationRegistry tell when the machine cleared memory: never twice alike.',
  fix: 'Hold the value itself, or delete it yourself.',
  bad: [
    { code: 'const r = new WeakRef({});', at: 'WeakRef' },
    { code: 'const r = new FinalizationRegistry(() => {});', at: 'FinalizationRegistry' },
    { code: 'const { WeakRef: R } = globalThis;', at: 'WeakRef' },
  ],
  good: ['const r = new WeakMap();', 'class WeakRef {}\nnew WeakRef();', "const text = 'WeakRef';"],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => ['WeakRef', 'FinalizationRegistry'].includes(path) && usage !== 'test',
      ({ path }) => `\`${path}\` depends on when memory is cleared.`,
    ),
};
