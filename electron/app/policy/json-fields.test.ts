import { describe, expect, it } from 'vitest';
import { readJsonFields } from './json-fields.ts';

const text = `{
  "preset": "strict",
  "thresholds": {
    "medium": 10,
    "high": 20
  },
  "list": [
    "a, [b]",
    { "say \\"x\\"": 1 }
  ]
}`;

describe('readJsonFields', () => {
  const fields = readJsonFields(text);

  it.each([
    [['preset'], 2],
    [['thresholds'], 3],
    [['thresholds', 'high'], 5],
    [['list', 0], 8],
    [['list', '1', 'say "x"'], 9],
  ])('finds the line of %j', (path, line) => {
    expect(fields.lineOf(path)).toBe(line);
  });

  it('finds the nearest field around one that is not there', () => {
    expect(fields.lineOf(['thresholds', 'critical'])).toBe(3);
    expect(fields.lineOf(['nothing'])).toBe(1);
    expect(fields.lineOf([])).toBe(1);
  });

  it('finds a name that one object has twice, however it is written', () => {
    expect(fields.duplicates).toEqual([]);
    const twice = readJsonFields('{"a": {"x": 1,\n "b": 2,\n "\\u0078": 3}, "b": 4}');
    expect(twice.duplicates).toEqual([{ path: ['a', 'x'], line: 3 }]);
  });
});
