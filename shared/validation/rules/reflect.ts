import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const reflect: Rule = {
  id: 'reflect',
  family: 'security',
  severity: 'warning',
  points: score.reflection,
  languages: ['javascript'],
  title: 'Reflect',
  explain:
    'Reflect does by function calls what is otherwise written plainly, and so hides calls and members from a reader.',
  fix: 'Write the member or the call plainly.',
  bad: [
    { code: "Reflect.get({ a: 1 }, 'a');", at: 'Reflect' },
    { code: 'const { apply } = Reflect;', at: 'Reflect' },
    { code: "const R = globalThis['Ref' + 'lect'];", at: "globalThis['Ref' + 'lect']" },
  ],
  good: [
    'const Reflection = { get: 1 };\nconst x = Reflection.get;',
    "const text = 'Reflect.get';",
    'const keys = Object.keys({ a: 1 });',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => path === 'Reflect' && usage !== 'test',
      () => '`Reflect` hides which member or call is meant.',
    ),
};
