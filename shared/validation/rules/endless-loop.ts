import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const endlessLoop: Rule = {
  id: 'endless-loop',
  family: 'security',
  severity: 'warning',
  points: score.endlessLoop,
  languages: ['javascript', 'python'],
  title: 'A loop that cannot end',
  explain:
    'A loop, a walk or a recursion without an end: the run would only stop at its time limit, without a result.',
  fix: 'Give it a condition that becomes false, a break that is reached, or a case that needs no further call.',
  bad: [
    { code: 'while (true) {\n  f();\n}\nfunction f() {}', at: 'while (true)' },
    { code: 'for (;;) {\n  if (false) break;\n}', at: 'for (;;)' },
    { code: 'let i = 0;\nwhile (i < 10) {\n  f(i);\n}\nfunction f() {}', at: 'while (i < 10)' },
    {
      code: 'for (let i = 0; i < 5; i--) {\n  f(i);\n}\nfunction f() {}',
      at: 'for (let i = 0; i < 5; i--)',
    },
    { code: 'const list = [1];\nfor (const x of list) list.push(x);', at: 'for (const x of list)' },
    {
      code: 'function f(queue) {\n  while (queue.length) queue.push(queue.shift());\n}',
      at: 'while (queue.length)',
    },
    { code: 'function f(n) {\n  return n * f(n - 1);\n}', at: 'f(n - 1)' },
    {
      code: 'function* ones() {\n  while (true) yield 1;\n}\nconst all = [...ones()];',
      at: '...ones()',
    },
  ],
  good: [
    'let i = 0;\nwhile (true) {\n  if (i++ > 3) break;\n}',
    'function* bars() {\n  for (;;) yield 1;\n}',
    'for (let i = 0; i < 5; i++) {}',
    'function f(list) {\n  while (list.length > 0) list.pop();\n}',
    'function f(n) {\n  return n <= 1 ? 1 : n * f(n - 1);\n}',
    'function f(list) {\n  for (const x of [...list]) list.push(x);\n}',
  ],
  check: ({ loops }) =>
    hitsFor(
      loops,
      () => true,
      ({ reason }) => `This cannot end: ${reason}.`,
    ),
};
