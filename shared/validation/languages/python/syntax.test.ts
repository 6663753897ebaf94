import { describe, expect, it } from 'vitest';
import { assess } from '../../index.ts';
import { loadPythonForTest } from '../../load-python.fixture.ts';

await loadPythonForTest();

/** Each with the line and the column where it stops being Python, and a word of why. */
const refused: readonly (readonly [string, string, number, number, RegExp])[] = [
  ['an open bracket', 'x = (1,\ny = 2\n', 1, 5, /not closed/],
  ['an open bracket behind others', 'x = [(1), {2: 3}\n', 1, 5, /not closed/],
  ['a bracket too many', 'x = 1)\n', 1, 6, /closes nothing/],
  ['another bracket', 'f(1]\n', 1, 4, /does not close/],
  ['a bracket in a text', "x = ')'\ny = (\n", 2, 5, /not closed/],
  ['a bracket in a comment', 'x = 1 # (\ny = (\n', 2, 5, /not closed/],
  ['an open quote', 'y = 1\nx = "abc\n', 2, 5, /quote/],
  ['an open text of many lines', 'x = """abc\n"\n', 1, 5, /quote/],
  ['a missing colon', 'x = 1\ndef f()\n    return 1\n', 2, 8, /colon/],
  ['a missing colon after a condition', 'if x > 1 # why\n    y = 1\n', 1, 9, /colon/],
  ['a sign that Python has not', 'x = $1\n', 1, 5, /Unexpected/],
  ['another language', 'const x = 1;\n', 1, 7, /Unexpected/],
  ['a word of the language as a name', 'class = 1\n', 1, 1, /Unexpected/],
  ['print of old', "x = 1\nprint 'x'\n", 2, 1, /Python 2/],
  ['exec of old', "exec 'x'\n", 1, 1, /Python 2/],
  ['backticks', 'x = `1`\n', 1, 5, /Unexpected|Python 2/],
  ['unequal of old', 'x = 1 <> 2\n', 1, 7, /Python 2|Unexpected/],
  ['an empty block', 'if x:\ny = 1\n', 1, 6, /indented block/],
  ['a block that moves', 'def f():\n    x = 1\n   y = 2\n', 3, 4, /indented/],
  ['tabs under spaces', 'if 1:\n\tx = 1\n        y = 2\n', 3, 9, /indented/],
  ['spaces before a tab', 'if 1:\n \tx = 1\n', 2, 3, /tab/],
  ['return of nothing', 'x = 1\nreturn x\n', 2, 1, /outside of a function/],
  ['return of a class', 'class A:\n    return 1\n', 2, 5, /outside of a function/],
  ['yield of nothing', 'x = [1]\nyield x\n', 2, 1, /outside of a function/],
  ['await of nothing', 'await x\n', 1, 1, /async def/],
  ['await in a plain function', 'def f():\n    await x\n', 2, 5, /async def/],
  ['break of nothing', 'if x:\n    break\n', 2, 5, /outside of a loop/],
  ['continue after the loop', 'for x in y:\n    pass\nelse:\n    continue\n', 4, 5, /loop/],
  ['break in a function in a loop', 'for x in y:\n    def f():\n        break\n', 3, 9, /loop/],
  ['nonlocal of the module', 'nonlocal x\n', 1, 1, /outside of a function/],
  ['a parameter twice', 'def f(a, b, a):\n    pass\n', 1, 6, /`a` stands here twice/],
  ['a default before none', 'def f(a=1, b):\n    pass\n', 1, 6, /without a default/],
  ['a name before a place', 'f(a=1, 2)\n', 1, 2, /without a name/],
  ['a number of old', 'x = 0777\n', 1, 5, /0o/],
  ['a default of a type', 'def f[T=int](x: T):\n    pass\n', 1, 8, /type parameter .* Leave/],
  ['a default of a class', 'x = 1\nclass A[T: int = bool]:\n    pass\n', 2, 16, /type parameter/],
  ['a default of an alias', 'type A[\n    T,\n    *P = *tuple[int]] = list[T]\n', 3, 8, /type par/],
  ['a call like an alias', 'type(A)[T=int]\n', 1, 1, /too early/],
  ['another encoding', '# -*- coding: latin-1 -*-\nx = 1\n', 1, 15, /only UTF-8/],
  [
    'another encoding on the second line',
    '# x\n# vim: set fileencoding=cp1252 :\n',
    2,
    25,
    /UTF-8/,
  ],
  ['another encoding after a mark', '\ufeff# coding: utf-16\nx = 1\n', 1, 12, /UTF-8/],
  ['an encoding that runs code', '# coding: raw_unicode_escape\nx = 1\n', 1, 11, /UTF-8/],
  ['nothing at all within', 'x = 1\n\0', 2, 1, /U\+0000/],
  ['a line that only some end', "x = 'a\u2028b'\n", 1, 7, /U\+2028/],
  ['half a character', "x = '\udc00'\n", 1, 6, /Half a character/],
  ['a digit in a name', 'x\u00b2 = 1\n', 1, 2, /Unexpected/],
];

describe('a text that is no Python', () => {
  it.each(refused)('%s', (_, text, line, column, message) => {
    const { decision, findings } = assess(text, 'python');
    expect(decision).toBe('reject');
    expect(findings).toMatchObject([{ ruleId: 'syntax-error', family: 'syntax', line, column }]);
    expect(findings[0]?.message).toMatch(message);
  });
});

/** Python up to 3.13, and what looks like a mistake and is none. */
const read: readonly (readonly [string, string])[] = [
  ['a mark of its encoding', '\ufeffx = 1\n'],
  ['its own encoding', '#!/usr/bin/env python3\n# -*- coding: UTF-8 -*-\nx = 1\n'],
  ['an encoding that is none', 'x = 1\ny = 2\n# coding: latin-1\n'],
  [
    'match',
    'match x:\n    case [1, *rest] if rest:\n        pass\n    case {"a": b, **c}:\n        pass\n    case -1 | 1+2j | None:\n        pass\n    case (a.b.c) | str() as s:\n        pass\n',
  ],
  [
    'soft keywords as names',
    'match = 1\ncase = 2\ntype = match + case\nmatch(x)\nmatch[0].group(1)\n',
  ],
  ['walrus', 'if (n := 3) > 2:\n    y = [z := 1, z**2]\n'],
  [
    'type parameters',
    'def f[T: int, *Ts, **P](x: T) -> T:\n    return x\nclass A[T]:\n    pass\ntype X[T] = list[T]\n',
  ],
  ['texts in texts', 'x = f"{d["a"]} {f\'{f"{1}"}\'} {x!r:>{w}.{p}f} {x=}"\n'],
  ['a text of many lines', 'x = f"""{\n    1  # why\n} {{}}"""\n'],
  ['groups of errors', 'try:\n    pass\nexcept* (A, B) as e:\n    pass\n'],
  ['with in brackets', 'with (f() as a, b as c,):\n    pass\n'],
  ['places and names', 'def f(a, /, b=1, *, c, d=2, **e):\n    return f(1, *a, b=2, **e)\n'],
  ['stars of types', 'def f(*args: *Ts):\n    return x[*args]\n'],
  ['decorators', '@a[0].b(c)\n@(lambda f: f)\ndef f(): ...\n'],
  [
    'async',
    'async def f():\n    async with a as b:\n        return [await x async for x in y if await z]\n',
  ],
  ['a loop with else', 'for x in y:\n    for z in x:\n        pass\n    else:\n        break\n'],
  ['numbers', 'x = 1_000 + 0xFF + 0o17 + 0b1 + 1e-3 + 3j + 00 + 0_0 + 00.5\n'],
  ['brackets in texts', "x = '(' + \"[\" + '''{'''\n"],
  ['tabs alone', 'if 1:\n\tif 2:\n\t\tx = 1\n\ty = 2\n'],
  ['no last line end', 'if 1:\n    x = 1'],
  ['nothing', ''],
];

describe('a text that is Python', () => {
  it.each(read)('%s', (_, text) => {
    expect(assess(text, 'python').findings.filter(({ family }) => family === 'syntax')).toEqual([]);
  });
});

describe('names are compared as Python compares them', () => {
  it.each([
    ['\uff45val', 'dangerous-eval'],
    [
      '\ud835\udcee\ud835\udcfd\ud835\udcea\ud835\udcf5'.replace('\ud835\udcfd', '\ud835\udcff'),
      'dangerous-eval',
    ],
    ['\u1d49\u1d5b\u1d43\u02e1', 'dangerous-eval'],
    ['o\u1d56en', 'file-access'],
    ['__\uff49mport__', 'dangerous-builtin'],
  ])('%s', (name, rule) => {
    expect(assess(`f = ${name}\n`, 'python').findings.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it('in modules and members', () => {
    const rules = (text: string) => assess(text, 'python').findings.map(({ ruleId }) => ruleId);
    expect(rules('import \uff4fs\n')).toContain('blacklisted-module');
    expect(rules('def f(x):\n    return x.__\uff47lobals__\n')).toContain('dangerous-attribute');
    expect(rules("import json\nx = getattr(json, '\uff43odecs')\n")).toContain('leaked-module');
  });
});
