import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const threads = new Set(['Worker', 'SharedWorker', 'ServiceWorker', 'importScripts', 'Worklet']);

export const otherThread: Rule = {
  id: 'other-thread',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'Code in another thread',
  explain: 'A worker runs code outside the strategy, where its limits and its checks do not reach.',
  fix: 'Do the work in onBar; indicators already work one bar at a time.',
  bad: [
    { code: "new Worker('data:text/javascript,1');", at: 'Worker' },
    { code: "importScripts('x.js');", at: 'importScripts' },
    { code: "const W = self['Wor' + 'ker'];", at: "self['Wor' + 'ker']" },
  ],
  good: [
    'class Worker {}\nnew Worker();',
    'const Worker = 1;\nconst x = Worker + 1;',
    'const factory = { Worker: 1 };\nconst x = factory.Worker;',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => threads.has(path) && usage !== 'test',
      ({ path }) => `\`${path}\` runs code where no limit reaches.`,
    ),
};
