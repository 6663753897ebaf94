import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const endlessLoop: Rule = {
  id: 'endless-loop',
  family: 'security',
  severity: 'warning',
  points: score.endlessLoop,
  languages: ['javascript', 'python'],
  title: 'A loop that cannot end',
  explain: 'The run would only stop at its time limit, without a result.',
  fix: 'Give the loop a condition that becomes false, or a break that is reached.',
  bad: [
    { code: 'while (true) {\n  f();\n}\nfunction f() {}', at: 'while (true)' },
    { code: 'for (;;) {\n  if (false) break;\n}', at: 'for (;;)' },
    { code: 'let i = 0;\nwhile (i < 10) {\n  f(i);\n}\nfunction f() {}', at: 'while (i < 10)' },
    {
      code: 'for (let i = 0; i < 5; i--) {\n  f(i);\n}\nfunction f() {}',
      at: 'for (let i = 0; i < 5; i--)',
    },
  ],
  good: [
    'let i = 0;\nwhile (true) {\n  if (i++ > 3) break;\n}',
    'function* bars() {\n  for (;;) yield 1;\n}',
    'for (let i = 0; i < 5; i++) {}',
    'function f(list) {\n  while (list.length > 0) list.pop();\n}',
  ],
  check: ({ loops }) =>
    hitsFor(
      loops,
      () => true,
      ({ reason }) => `This loop cannot end: ${reason}.`,
    ),
};
