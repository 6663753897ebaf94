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
  inPython: {
    bad: [
      { code: 'while True:\n    x = 1', at: 'while True' },
      { code: 'i = 0\nwhile i < 10:\n    print(i)', at: 'while i < 10' },
      {
        code: 'import itertools\nfor i in itertools.count():\n    print(i)',
        at: 'for i in itertools.count()',
      },
      { code: 'xs = [1]\nfor x in xs:\n    xs.append(x)', at: 'for x in xs' },
      { code: 'def f(n):\n    return n * f(n - 1)', at: 'f(n - 1)' },
      { code: 'while 1:\n    if False:\n        break', at: 'while 1' },
      { code: 'while True:\n    for x in [1]:\n        break', at: 'while True' },
    ],
    good: [
      'i = 0\nwhile True:\n    i += 1\n    if i > 3:\n        break',
      'def bars():\n    while True:\n        yield 1',
      'def f(queue):\n    while queue:\n        queue.pop()',
      'def f(n):\n    return 1 if n <= 1 else n * f(n - 1)',
      'import itertools\nfor i in itertools.count():\n    if i > 3:\n        break',
      'def f(xs):\n    for x in list(xs):\n        xs.append(x)',
      'low, high = 0, 9\nwhile low < high:\n    low = low + 1',
    ],
  },
  check: ({ loops }) =>
    hitsFor(
      loops,
      () => true,
      ({ reason }) => `This cannot end: ${reason}.`,
    ),
};
