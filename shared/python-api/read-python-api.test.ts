import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPython, pythonParser } from '../validation/languages/python/grammar.ts';
import type { PythonApi } from './python-api.ts';
import { readPythonApi } from './read-python-api.ts';

const packageFolder = new URL('../../docker/python/stratbox/', import.meta.url);

function read(path: string): string | undefined {
  const file = new URL(path, packageFolder);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function apiOf(reader: (path: string) => string | undefined): PythonApi {
  const parser = pythonParser();
  if (typeof parser === 'string') throw new Error(parser);
  return readPythonApi(reader, parser);
}

beforeAll(async () => {
  const file = (name: string) => readFileSync(createRequire(import.meta.url).resolve(name));
  await loadPython(() => ({
    runtime: file('web-tree-sitter/web-tree-sitter.wasm'),
    grammar: file('tree-sitter-python/tree-sitter-python.wasm'),
  }));
});

describe('the package for Python strategies', () => {
  it('offers its names with signatures and docstrings', () => {
    const { names, classes } = apiOf(read);
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['Bar', 'Strategy']));
    const member = (owner: string, name: string) =>
      classes[owner]?.find((one) => one.name === name);
    expect(member('Strategy', 'buy')).toEqual({
      name: 'buy',
      kind: 'method',
      signature: '(quantity: float | None = None, **options: Any) -> OrderTicket',
      docstring:
        'Buys this many units; without a quantity, with all equity that other positions leave.',
      gives: 'OrderTicket',
    });
    expect(member('Strategy', 'position')).toMatchObject({
      kind: 'property',
      signature: ': float',
    });
    expect(member('OrderTicket', 'cancel')?.kind).toBe('method');
    expect(member('Bar', 'time')).toMatchObject({
      signature: ': float',
      docstring: 'Start of the bar, milliseconds since 1970-01-01 UTC.',
    });
    expect(member('Indicator', 'value')?.docstring).toBe('NaN until enough bars were seen.');
    expect(names.find(({ name }) => name === 'sma')).toMatchObject({
      kind: 'function',
      gives: 'Indicator',
    });
    expect(names.find(({ name }) => name === 'load_trades')).toMatchObject({
      kind: 'function',
      signature: '(days: float | None = None) -> pd.DataFrame',
      docstring: expect.stringContaining('counted back from its latest time') as string,
    });
    expect(member('Strategy', '_Strategy__order')).toBeUndefined();
  });

  it('documents all that it offers', () => {
    const { names, classes } = apiOf(read);
    for (const { name, docstring } of names) expect(docstring, name).not.toBe('');
    for (const { name, docstring } of classes['Strategy'] ?? [])
      expect(docstring, name).not.toBe('');
  });
});

describe('a package', () => {
  const files: Record<string, string> = {
    '__init__.py':
      'from .lines import average as mean, Line\nfrom .more import *\nfrom .more import __all__ as more_names\n__all__ = ["mean", "Line", *more_names]\n',
    'more.py': '__all__ = ["cross"]\n\ndef cross(a, b):\n    """Whether."""\n',
    'lines/__init__.py': 'from .line import Line\nfrom .means import average\n',
    'lines/line.py':
      'class Base:\n    #: Of the\n    #: latest bar.\n    value: float\n\n    def _hidden(self): ...\n\n' +
      'class Line(Base):\n    """A line."""\n    @property\n    def previous(self) -> "Line":\n        """Before."""\n',
    'lines/means.py':
      'from .line import Line\n\n\ndef average(period: int = 20,\n            *, of="close") -> Line:\n    """Mean.\n\n    Of closes.\n    """\n',
  };

  it('is followed through its own imports and base classes', () => {
    expect(apiOf((path) => files[path])).toEqual({
      names: [
        {
          name: 'mean',
          kind: 'function',
          signature: '(period: int = 20, *, of="close") -> Line',
          docstring: 'Mean.\n\nOf closes.',
          gives: 'Line',
        },
        { name: 'Line', kind: 'class', signature: '', docstring: 'A line.', gives: 'Line' },
        {
          name: 'cross',
          kind: 'function',
          signature: '(a, b)',
          docstring: 'Whether.',
          gives: undefined,
        },
      ],
      classes: {
        Base: [
          {
            name: 'value',
            kind: 'property',
            signature: ': float',
            docstring: 'Of the latest bar.',
            gives: undefined,
          },
        ],
        Line: [
          {
            name: 'previous',
            kind: 'property',
            signature: ': "Line"',
            docstring: 'Before.',
            gives: 'Line',
          },
          {
            name: 'value',
            kind: 'property',
            signature: ': float',
            docstring: 'Of the latest bar.',
            gives: undefined,
          },
        ],
      },
    });
  });

  it('that offers what it does not have is refused by name', () => {
    const broken = { ...files, '__init__.py': '__all__ = ["absent"]\n' };
    expect(() => apiOf((path) => broken[path as keyof typeof broken])).toThrow('"absent"');
  });
});
