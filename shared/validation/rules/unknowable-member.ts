import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const unknowableMember: Rule = {
  id: 'unknowable-member',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'Any member of a function or a built-in',
  explain:
    'Functions and built-in objects lead to `constructor`, and that compiles text. A name that is only known at run time can be this one.',
  fix: 'Write the name of the member, or keep your own functions in an object.',
  bad: [
    { code: 'const f = (name) => (() => {})[name];', at: '(() => {})[name]' },
    { code: 'const f = (a, b) => [][a][b];', at: '[][a]' },
    { code: 'const f = (name) => Object[name]();', at: 'Object[name]' },
  ],
  good: [
    'const pick = (table, name) => table[name];',
    'const closes = [1, 2];\nconst at = (index) => closes[index];',
    "const calculate = (name, x) => Math[name](x);\ncalculate('sqrt', 2);",
    'function cached(n) {\n  cached[n] ??= n * 2;\n  return cached[n];\n}',
  ],
  check: ({ unknowableMembers }) =>
    hitsFor(
      unknowableMembers,
      ({ of }) => of !== 'global object',
      ({ of }) => `Any member of this ${of} can be meant, \`constructor\` among them.`,
    ),
};
