import { describe, expect, it } from 'vitest';
import { isBefore, plainVersion } from './versions.ts';

describe('versions', () => {
  it.each([
    ['1.1.5+ds1', '1.1.12', true],
    ['1.1.12', '1.1.12', false],
    ['1.10', '1.9.9', false],
    ['20.10.9', '20.10.10', true],
    ['20.10.24+dfsg1', '20.10.10', false],
    ['27', '20.10.10', false],
    ['1.0.0-rc93', '1.0.0', true],
    ['1.0.1', '1.0.0', false],
    ['dev', '20.10.10', false],
    ['', '1.0.0', false],
  ])('%s came before %s: %s', (version, other, before) => {
    expect(isBefore(version, other)).toBe(before);
  });

  it('reads the number out of a sentence', () => {
    expect(plainVersion('crun version 1.8.1')).toBe('1.8.1');
    expect(plainVersion('v1.1.5~rc1')).toBe('1.1.5');
  });
});
