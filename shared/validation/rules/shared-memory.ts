import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const sharedMemory: Rule = {
  id: 'shared-memory',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'Shared memory',
  explain:
    'Memory shared between threads is a precise clock and a way to stall one: the base of attacks on the processor itself.',
  fix: 'Use plain arrays or Float64Array.',
  bad: [
    { code: 'new SharedArrayBuffer(8);', at: 'SharedArrayBuffer' },
    { code: 'Atomics.wait(new Int32Array(4), 0, 0);', at: 'Atomics' },
    { code: 'const { wait } = Atomics;', at: 'Atomics' },
  ],
  good: [
    'new ArrayBuffer(8);',
    'const Atomics = { add: (a, b) => a + b };\nAtomics.add(1, 2);',
    'const values = new Float64Array(4);',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => ['SharedArrayBuffer', 'Atomics'].includes(path) && usage !== 'test',
      ({ path }) => `\`${path}\` shares memory between threads.`,
    ),
};
