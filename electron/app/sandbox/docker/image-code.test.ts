import { describe, expect, it } from 'vitest';
import { codeOf, isCodeOf, readCode } from './image-code.ts';

const sha256 = '0123456789abcdef0123456789abcdeffedcba9876543210fedcba9876543210';

describe('the code of a saved image', () => {
  it('is half of the hash, in groups for the eye', () => {
    expect(codeOf(sha256)).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef');
  });

  it.each([
    codeOf(sha256),
    codeOf(sha256).replaceAll(' ', ''),
    ` ${codeOf(sha256).toUpperCase()}\n`,
    codeOf(sha256).replaceAll(' ', '-'),
    sha256,
  ])('belongs to the file however it is typed: %j', (typed) => {
    expect(isCodeOf(readCode(typed), sha256)).toBe(true);
  });

  it('does not belong to another file', () => {
    expect(isCodeOf(readCode(codeOf(sha256).replace('0123', '0124')), sha256)).toBe(false);
    expect(isCodeOf(readCode(`${sha256.slice(0, 63)}1`), sha256)).toBe(false);
  });

  it.each(['', '0', codeOf(sha256).slice(0, 38), `${sha256}0`, `${codeOf(sha256)} please`])(
    'is refused where it is cut short or something else: %j',
    (typed) => {
      expect(() => readCode(typed)).toThrow('not the code');
    },
  );
});
