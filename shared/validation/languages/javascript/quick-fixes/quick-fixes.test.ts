import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.fixture.ts';
import { assess, rules } from '../../../index.ts';
import { rulesWithQuickFix } from './index.ts';

const findingsOf = (source: string) => assess(source, 'javascript').findings;
const fixed = (source: string, at = 0) => {
  const { quickFix } = findingsOf(source).filter((finding) => finding.quickFix)[at] ?? {};
  return quickFix && applyEdits(source, quickFix.edits);
};

const strategy = (body: string) =>
  `import { Strategy } from 'stratbox';\nexport default class A extends Strategy {\n${body}\n}\n`;
const onBar = (body: string) => strategy(`  onBar(bar) {\n    ${body}\n  }`);

/** Each with what it becomes; `undefined` where no change is safe. */
const cases: readonly (readonly [string, string, string | undefined])[] = [
  [
    'a call',
    onBar('if (Math.random() > 0.5) this.buy(1);'),
    onBar('if (this.random() > 0.5) this.buy(1);'),
  ],
  [
    'an arrow',
    onBar('return [1].map(() => Math.random());'),
    onBar('return [1].map(() => this.random());'),
  ],
  [
    'a callback',
    onBar('return [1].map(Math.random);'),
    onBar('return [1].map(() => this.random());'),
  ],
  [
    'an arrow in a field',
    strategy('  draw = () => Math.random();'),
    strategy('  draw = () => this.random();'),
  ],
  ['a field', strategy('  seed = Math.random();'), undefined],
  [
    'a constructor',
    strategy('  constructor() {\n    super();\n    this.x = Math.random();\n  }'),
    undefined,
  ],
  ['a static method', strategy('  static draw() {\n    return Math.random();\n  }'), undefined],
  [
    'a function of its own',
    onBar('return [1].map(function () {\n      return Math.random();\n    });'),
    undefined,
  ],
  ['outside of a class', 'export const f = () => Math.random();', undefined],
  ['a class of its own', 'class A {\n  onBar() {\n    return Math.random();\n  }\n}', undefined],
  ['its own `random`', strategy('  random() {\n    return Math.random();\n  }'), undefined],
  [
    'an own `random` set later',
    onBar('this.random = () => 1;\n    return Math.random();'),
    undefined,
  ],
  ['an object of its own', onBar('return { draw() { return Math.random(); } };'), undefined],

  ['the clock', onBar('this.at = Date.now();'), onBar('this.at = bar.time;')],
  [
    'a date of now',
    onBar('this.day = new Date().getUTCDay();'),
    onBar('this.day = new Date(bar.time).getUTCDay();'),
  ],
  [
    'a date without brackets',
    onBar('this.day = new Date;'),
    onBar('this.day = new Date(bar.time);'),
  ],
  [
    'a function in onBar',
    onBar('const f = function () {\n      return Date.now();\n    };\n    return f();'),
    onBar('const f = function () {\n      return bar.time;\n    };\n    return f();'),
  ],
  ['a bar that is hidden', onBar('return [1].map((bar) => bar + Date.now());'), undefined],
  ['a bar that is changed', onBar('bar = null;\n    return Date.now();'), undefined],
  ['no bar', strategy('  initialize() {\n    this.at = Date.now();\n  }'), undefined],
  [
    'a nested class',
    onBar('return class {\n      onBar() {\n        return Date.now();\n      }\n    };'),
    undefined,
  ],
  ['a date as text', onBar('return Date();'), undefined],
  ['a measurement', onBar("console.time('x');\n    this.buy(1);"), onBar('this.buy(1);')],

  [
    'a local part',
    onBar('return new Date(bar.time).getDay();'),
    onBar('return new Date(bar.time).getUTCDay();'),
  ],
  [
    'a local date',
    'export const start = new Date(2020, 0, 1);',
    'export const start = new Date(Date.UTC(2020, 0, 1));',
  ],
  [
    'a time without a zone',
    "export const x = new Date('2020-01-01 09:30');",
    "export const x = new Date('2020-01-01T09:30Z');",
  ],
  [
    'a printed date',
    'export const f = (bar) => `on ${new Date(bar.time)}`;',
    'export const f = (bar) => `on ${new Date(bar.time).toISOString()}`;',
  ],
  [
    'an order by yes or no',
    'export const f = (list) => list.sort((a, b) => a.score < b.score);',
    'export const f = (list) => list.sort((a, b) => a.score < b.score ? 1 : a.score > b.score ? -1 : 0);',
  ],
  [
    'an order by calls',
    'export const f = (list) => list.sort((a, b) => a.score() < b.score());',
    undefined,
  ],
  [
    'an order by chance',
    'export const f = (list, strategy) => list.sort(() => strategy.random() - 0.5);',
    undefined,
  ],
  ['a spread date', 'export const f = (parts) => new Date(2020, ...parts);', undefined],

  [
    'capitals',
    'export const f = (x) => x.toLocaleUpperCase();',
    'export const f = (x) => x.toUpperCase();',
  ],
  [
    'a comparison',
    'export const f = (a, b) => a.name.localeCompare(b.name);',
    'export const f = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);',
  ],
  ['a comparison of calls', 'export const f = (a, b) => a().localeCompare(b());', undefined],
  ['a number in words', 'export const f = (x) => x.toLocaleString();', undefined],

  ['a bar ahead', onBar('return this.barAgo(-1);'), onBar('return this.barAgo(1);')],
  [
    'a distance by name',
    'const ahead = -2;\nexport const f = (strategy) => strategy.barAgo(ahead);',
    undefined,
  ],

  ['an unused module', "import fs from 'node:fs';\nexport const x = 1;\n", 'export const x = 1;\n'],
  ['an unused module in its line', "import 'fs'; export const x = 1;\n", 'export const x = 1;\n'],
  [
    'an unused require',
    "const { readFile } = require('fs');\nexport const x = 1;\n",
    'export const x = 1;\n',
  ],
  ['a used module', "import fs from 'node:fs';\nfs.readFileSync('x');\n", undefined],
  [
    'a statement that would run on',
    "const a = f\nconst fs = require('fs')\n;(1)\nfunction f() {}\n",
    undefined,
  ],

  [
    'a turned comment',
    '/* \u202e admin */ export const x = 1;',
    '/*  admin */ export const x = 1;',
  ],
  ['a hidden character in a text', "export const x = 'a\u200bb';", "export const x = 'ab';"],
  ['a comment that would end', '/* *\u202e/ evil */ export const x = 1;', undefined],
  ['a template that would open', 'export const x = `$\u200b{1}`;', undefined],
  ['a pattern', 'export const x = /\u200b/;', undefined],
  ['a space nobody sees', 'export const\ufeffx = 1;', 'export const x = 1;'],
  [
    'a name',
    'const limit\u200d = 1;\nexport const x = limit\u200d;',
    'const limit = 1;\nexport const x = limit;',
  ],
  [
    'a name that is taken',
    'const limit = 0;\nconst limit\u200d = 1;\nexport const x = limit;',
    undefined,
  ],
  ['nothing but the character', 'const \u3164 = 1;', undefined],
  ['a word of the language', 'const i\u200df = 1;', undefined],
];

describe('quick fixes', () => {
  it.each(cases)('%s', (_, before, after) => expect(fixed(before)).toBe(after));

  it('take their finding away, add none and leave a text that parses', () => {
    const examples = rules.flatMap(({ bad }) => bad.map(({ code }) => code));
    const texts = [...cases.map(([, before]) => before), ...examples];
    let tried = 0;
    for (const before of texts) {
      const findings = findingsOf(before);
      for (const { quickFix, ruleId } of findings) {
        if (!quickFix) continue;
        tried++;
        const after = findingsOf(applyEdits(before, quickFix.edits));
        const count = (list: typeof findings, id: string) =>
          list.filter((one) => one.ruleId === id).length;
        expect(count(after, ruleId), before).toBeLessThan(count(findings, ruleId));
        for (const { ruleId: other } of after)
          expect(
            findings.map((one) => one.ruleId),
            before,
          ).toContain(other);
        expect(after.length, before).toBeLessThan(findings.length);
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  it('are none where the editor counts lines otherwise', () => {
    expect(fixed(onBar('// \u2028\n    return Math.random();'))).toBeUndefined();
  });

  it('stay few however many findings there are', () => {
    const many = findingsOf(onBar('Math.random();\n'.repeat(2000)));
    expect(many.filter(({ quickFix }) => quickFix).length).toBe(200);
  });

  it('are made for rules that exist', () => {
    const ids = rules.map(({ id }) => id);
    for (const id of rulesWithQuickFix) expect(ids).toContain(id);
  });
});
