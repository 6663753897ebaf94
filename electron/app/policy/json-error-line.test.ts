import { expect, it } from 'vitest';
import { jsonErrorLine } from './json-error-line.ts';

it.each([
  ['{\n"a": strict\n}', 2],
  ["{\n'a': 1\n}", 2],
  ['{\n"a": 1,\n}\n', 3],
  ['{\n"a": 1\n"b": 2\n}', 3],
  ['{\n"a": ,\n"b": 2\n}', 2],
  ['{\n// why\n"b": 2\n}', 2],
  ['{\n"a": "no end\n}', 2],
  ['{\n"a": [1,\n2\n\n', 3],
  ['', 1],
])('%j stops being JSON at line %i', (text, line) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(jsonErrorLine(text)).toBe(line);
});
