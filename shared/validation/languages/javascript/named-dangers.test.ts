import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import { assess } from '../../index.ts';

const found = (code: string): string[] =>
  assess(code, 'javascript').findings.map(({ ruleId }) => ruleId);

describe('eval, whatever way it is laid hands on', () => {
  it.each([
    ['an alias', "const e = eval;\ne('1');"],
    ['a comma', "(0, eval)('1');"],
    ['an optional call', "eval?.('1');"],
    ['call', "eval.call(null, '1');"],
    ['apply', "eval.apply(null, ['1']);"],
    ['bind', "const e = eval.bind(null);\ne('1');"],
    ['a callback', "['1'].map(eval);"],
    ['a pattern', "const { eval: e } = globalThis;\ne('1');"],
    ["a parameter's pattern", "(({ eval: e }) => e('1'))(globalThis);"],
    ["a catch's pattern", "try {\n  throw globalThis;\n} catch ({ eval: e }) {\n  e('1');\n}"],
    ["a walk's pattern", "for (const { eval: e } of [globalThis]) e('1');"],
    ['a getter', "const o = {\n  get run() {\n    return eval;\n  },\n};\no.run('1');"],
    ['an escape', "\\u0065val('1');"],
    ['concat', "globalThis['ev'.concat('al')]('1');"],
    ['join', "globalThis[['ev', 'al'].join('')]('1');"],
    ['reverse', "globalThis['lave'.split('').reverse().join('')]('1');"],
    ['slice', "globalThis['xeval'.slice(1)]('1');"],
    ['replace', "globalThis['evXl'.replace('X', 'a')]('1');"],
    ['fromCharCode', "globalThis[String.fromCharCode(101, 118, 97, 108)]('1');"],
    ['a number by another base', "globalThis[(693741).toString(36)]('1');"],
    ['base64', "globalThis[atob('ZXZhbA==')]('1');"],
    ["a template's parts", "globalThis[`ev${'al'}`]('1');"],
    ['globalThis', "globalThis.eval('1');"],
    ['window', "window.eval('1');"],
    ['self', "self.eval('1');"],
    ['this of the module', "this.eval('1');"],
    ['Reflect', "Reflect.get(globalThis, 'eval')('1');"],
  ])('by %s', (_, code) => {
    expect(found(code)).toContain('dangerous-eval');
  });
});

describe('other ways out of the language', () => {
  it.each([
    ['code-from-text', "[].constructor.constructor('return 1')();"],
    ['code-from-text', "(() => {}).constructor('return 1')();"],
    ['code-from-text', "(async () => {}).constructor('return 1')();"],
    ['code-from-text', "(function* () {}).constructor('yield 1')();"],
    ['code-from-text', "new Function('return 1')();"],
    ['code-from-text', 'Function`return 1``x`;'],
    ['string-timer', "setTimeout('x()', 1);"],
    ['proxy', 'new Proxy({}, { get: () => 1 });'],
    ['shared-prototype', "Object.defineProperty(Array.prototype, 'map', { value: 1 });"],
    ['shared-prototype', 'Array.prototype.map = () => [];'],
    ['stack-trace-hook', 'Error.prepareStackTrace = (error, frames) => frames;'],
    [
      'species',
      'class A extends Array {\n  static get [Symbol.species]() {\n    return Object;\n  }\n}',
    ],
    ['syntax-error', 'with (Math) {\n  sin(1);\n}'],
    ['endless-loop', 'outer: for (;;) {\n  for (;;) continue outer;\n}'],
    ['endless-loop', 'while (true) {}'],
    ['slow-pattern', "/^(a+)+$/.test('a');"],
    ['web-assembly', 'new WebAssembly.Module(new Uint8Array(8));'],
    ['shared-memory', 'new SharedArrayBuffer(8);'],
    ['shared-memory', 'Atomics.wait(numbers, 0, 0);'],
    ['host-object', 'process.exit();'],
    ['bidirectional-text', 'const a = 1; // \u202e x'],
    ['invisible-character', 'const a\u200c = 1;'],
    ['syntax-error', 'const = 1;'],
  ])('%s: %s', (rule, code) => {
    expect(found(code)).toContain(rule);
  });
});

describe('every module of Node, by either name', () => {
  const names = builtinModules
    .filter((name) => !name.startsWith('_'))
    .flatMap((name) => (name.startsWith('node:') ? [name] : [name, `node:${name}`]));
  it.each([
    ['imported', (name: string) => `import * as x from '${name}';`],
    ['imported while it runs', (name: string) => `import('${name}');`],
    ['required', (name: string) => `require('${name}');`],
  ])('%s', (_, write) => {
    const missed = names.filter((name) => !found(write(name)).includes('blacklisted-module'));
    expect(missed).toEqual([]);
  });
});

describe('names that only look like it', () => {
  it.each([
    ['a function called process', 'const process = (x) => x;\nprocess(1);'],
    ['a method called open', 'class A {\n  open() {}\n}\nnew A().open();'],
    ['a key called constructor', 'const table = { constructor: 1 };'],
    ['a text that says eval', "const word = 'eval';"],
  ])('%s', (_, code) => {
    expect(found(code)).toEqual([]);
  });
});
