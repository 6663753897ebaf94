import { expect, it } from 'vitest';
import { rules } from '../../../shared/validation/rules/index.ts';
import { visibleCode } from './visible-code.ts';

it('marks what the rule marks', () => {
  expect(visibleCode('a(eval);\nb', 'eval')).toEqual([
    { text: 'a(', marked: false, hidden: false },
    { text: 'eval', marked: true, hidden: false },
    { text: ');\nb', marked: false, hidden: false },
  ]);
});

it('names what cannot be seen', () => {
  expect(
    visibleCode('x\u200d\u{e0041}', '\u200d').map(({ text, hidden }) => [text, hidden]),
  ).toEqual([
    ['x', false],
    ['U+200D', true],
    ['U+E0041', true],
  ]);
});

it('keeps every example whole and finds its mark', () => {
  for (const { bad } of rules) {
    for (const { code, at } of bad) {
      const parts = visibleCode(code, at);
      const plain = parts.filter(({ hidden }) => !hidden).map(({ text }) => text);
      expect(plain.join('').length).toBeLessThanOrEqual(code.length);
      expect(
        parts.some(({ marked }) => marked),
        code,
      ).toBe(true);
    }
  }
});
