import { expect, it } from 'vitest';
import { assess } from '../../index.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Forty lines that each double what the line before holds. */
const doubled = (first: string, next: (last: string) => string, use: string): string =>
  `const a0 = ${first};\n${lines(40, (i) => `const a${i + 1} = ${next(`a${i}`)};`)}\nconst table = {};\n${use}`;

const texts: Readonly<Record<string, string>> = {
  'lists in lists': doubled("'x'", (a) => `[${a}, ${a}]`, 'table[a40];'),
  'lists spread': doubled("['x', 'y']", (a) => `[...${a}, ...${a}]`, "table[a40.join('')];"),
  'lists joined to themselves': doubled("['x']", (a) => `${a}.concat(${a})`, 'table[a40];'),
  texts: doubled("'xy'", (a) => `${a} + ${a}`, 'table[a40];'),
  replacements: doubled("'a'", (a) => `${a}.replaceAll('a', ${a} + 'aa')`, 'table[a40];'),
  'tables in tables': doubled(
    "{ k: 'x' }",
    (a) => `{ l: ${a}, r: ${a} }`,
    'JSON.stringify(Object.entries(a40));',
  ),
  prototypes: doubled('{}', (a) => `Object.create(${a})`, 'a40.missing.constructor;'),
  'one of two prototypes': doubled(
    '{}',
    (a) => `this ? { __proto__: ${a} } : Object.create(${a})`,
    'a40.missing.constructor;',
  ),
  'a thing that holds itself':
    "const a = {};\na.a = a;\na.b = [a, a];\nconst l = [];\nl.push(l, 'x');\nconst m = new Map();\nm.set('m', m);\na[l.join(m.get('m'))];",
  'functions that all call each other': `${lines(40, (i) => `function f${i}(x) { return x < 1 ? 'a' : ${Array.from({ length: 40 }, (_, j) => `f${j}(x - ${j})`).join(' + ')}; }`)}\nconst x = f0(9);`,
  'generators of generators': `${lines(40, (i) => `function* g${i}() { yield* g${i + 1}(); yield* g${i + 1}(); yield 'a'; }`)}\nfunction* g40() { yield 'x'; }\nconst x = [...g0()].join('');`,
  'things handed round in circles': `${lines(40, (i) => `let a${i} = [${Array.from({ length: 40 }, (_, j) => `a${j}`).join(', ')}];`)}\n${lines(40, (i) => `for (const o of a${i}) o[0].n = 'x';`)}`,
  'helpers that hand a thing on': `${lines(40, (i) => `function f${i}(o) { ${Array.from({ length: 40 }, (_, j) => `f${j}(o.p)`).join('; ')}; o.n = 'x'; o.p.p.p.n.push('y'); }`)}\nf0({ n: 'x' });`,
  'one thing under many names': `const a0 = { n: 'x' };\n${lines(200, (i) => `const a${i + 1} = a${i}; a${i + 1}.n = 'y'; a${i + 1}.l.push('z');`)}\nconst x = a0.n;`,
};

it.each(Object.entries(texts))('answers what grows with each step: %s', (_, text) => {
  const { findings } = assess(text, 'javascript');
  expect(findings.filter(({ family }) => family === 'syntax')).toEqual([]);
});
