import { describe, expect, it } from 'vitest';
import { createSessions, equalInConstantTime, readCookie } from './session.ts';

describe('sessions', () => {
  it('exchange a token once', () => {
    const sessions = createSessions();
    const token = sessions.newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    const secret = sessions.exchange(token) ?? '';
    expect(sessions.isOpen(secret)).toBe(true);
    expect(sessions.exchange(token)).toBeUndefined();
    expect(sessions.isOpen(token)).toBe(false);
    expect(sessions.isOpen('')).toBe(false);
  });

  it('exchange nothing before a token was made', () => {
    expect(createSessions().exchange('')).toBeUndefined();
    expect(createSessions().exchange('undefined')).toBeUndefined();
  });

  it('end the oldest when there are too many', () => {
    const sessions = createSessions();
    const secrets = Array.from({ length: 9 }, () => sessions.exchange(sessions.newToken()) ?? '');
    expect(secrets.map((secret) => sessions.isOpen(secret))).toEqual([
      false,
      ...Array<boolean>(8).fill(true),
    ]);
  });
});

it('compares texts of any length', () => {
  expect(equalInConstantTime('abc', 'abc')).toBe(true);
  expect(equalInConstantTime('abc', 'abd')).toBe(false);
  expect(equalInConstantTime('abc', 'abcd')).toBe(false);
  expect(equalInConstantTime('', 'x')).toBe(false);
});

it('reads one cookie out of many', () => {
  expect(readCookie('a=1; stratbox-1=x=y; b=2', 'stratbox-1')).toBe('x=y');
  expect(readCookie('stratbox-11=x', 'stratbox-1')).toBeUndefined();
  expect(readCookie(undefined, 'stratbox-1')).toBeUndefined();
});
