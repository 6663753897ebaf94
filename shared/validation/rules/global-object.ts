import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const globalObject: Rule = {
  id: 'global-object',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'The global object',
  explain:
    'All that the host offers hangs on the global object. Handing it on, or taking a member whose name is only known at run time, hides which part is meant.',
  fix: 'Name what you need: `Math.max`, not `globalThis[name]`.',
  bad: [
    { code: 'const f = (name) => globalThis[name];', at: 'globalThis[name]' },
    { code: 'inspect(globalThis);', at: 'globalThis' },
    { code: 'const all = { ...window };', at: 'window' },
    { code: 'const read = (key) => (0, self)[key];', at: '(0, self)[key]' },
  ],
  good: [
    'const window = 20;\nconst half = window / 2;',
    'const largest = globalThis.Math.max(1, 2);',
    "const inBrowser = typeof window !== 'undefined';",
    'const self = this;\nconst top = [1, 2][0];',
  ],
  check: ({ reaches, unknowableMembers }) => [
    ...hitsFor(
      reaches,
      ({ path, usage }) => path === '' && usage === 'value',
      () => 'The global object is handed on: any part of the host can be meant.',
    ),
    ...hitsFor(
      unknowableMembers,
      ({ of }) => of === 'global object',
      () => 'Any part of the host can be meant: the name is only known at run time.',
    ),
  ],
};
