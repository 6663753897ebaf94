import { describe, expect, it } from 'vitest';
import { readPythonParameters } from './read-python-parameters.ts';

const declare = (entries: string) => readPythonParameters(`parameters = {${entries}}\n`);

describe('readPythonParameters', () => {
  it('reads every kind of literal entry with its bounds', () => {
    expect(
      readPythonParameters(`from stratbox import Strategy

parameters: dict = {
    "fast": {"type": "integer", "default": 1_0, "minimum": 2, "maximum": 1e2},  # bars
    'stop loss': {'type': 'number', 'default': -0.5, 'minimum': - 1},
    "short": {"type": "boolean", "default": False},
    "note": {"type": "text", "default": "a \\"plain\\" {text}"},
}
`),
    ).toEqual([
      { name: 'fast', type: 'integer', default: 10, minimum: 2, maximum: 100 },
      { name: 'stop loss', type: 'number', default: -0.5, minimum: -1 },
      { name: 'short', type: 'boolean', default: false },
      { name: 'note', type: 'text', default: 'a "plain" {text}' },
    ]);
  });

  it('leaves out what is computed, mistyped or of an unknown type, and keeps the rest', () => {
    const read = declare(`"a": {"type": "integer", "default": 2 + 3}, "b": make({"x": [1, 2]}),
      name: {"type": "text"}, "d": {"type": "integer", "default": "ten"}, **more,
      "e": {"type": "colour", "default": "red"}, "f": {"type": "text", "default": "a" "b"},
      "ok": {"type": "number", "default": 1, "minimum": low(0)}`);
    expect(read).toEqual([{ name: 'ok', type: 'number', default: 1 }]);
  });

  it('takes only a dict of that name at the module’s own level', () => {
    expect(readPythonParameters('def f():\n    parameters = {"a": 1}\n')).toEqual([]);
    expect(readPythonParameters('parameters = dict(a=1)\n')).toEqual([]);
    expect(readPythonParameters('my_parameters = {}\n')).toEqual([]);
  });

  it.each([
    'parameters = {',
    'parameters = {"a": ',
    'parameters = {"a": {"type": "text',
    'parameters = {"a": (1,',
  ])('tells half-typed code: %s', (source) => {
    expect(readPythonParameters(source)).toBeNull();
  });
});
