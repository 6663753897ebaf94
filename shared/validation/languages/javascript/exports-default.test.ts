import { expect, it } from 'vitest';
import { exportsDefault } from './exports-default.ts';

it.each([
  ['export default class {}', true],
  ['class X {}\nexport { X as default };', true],
  ["class X {}\nexport { X as 'default' };", true],
  ['export const result = 1;', false],
  ['// export default class {}\nexport const text = "export default";', false],
  ['export const = ', false],
])('%s: %s', (source, expected) => {
  expect(exportsDefault(source)).toBe(expected);
});
