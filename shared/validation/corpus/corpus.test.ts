import { describe, expect, it } from 'vitest';
import { assess, rules } from '../index.ts';
import { readSamples } from './read-samples.ts';

const pointsOf = new Map(rules.map(({ id, points }) => [id, points]));

describe('hostile', () => {
  const samples = readSamples('hostile');

  it('is a corpus worth the name', () => {
    expect(samples.length).toBeGreaterThanOrEqual(200);
    expect(samples.every(({ expected }) => expected.every((id) => pointsOf.has(id)))).toBe(true);
  });

  it.each(samples)('$name', ({ code, expected }) => {
    const { findings, riskScore, decision } = assess(code, 'javascript');
    const found = findings.map(({ ruleId }) => ruleId);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    const least = expected.reduce((sum, id) => sum + (pointsOf.get(id) ?? 0), 0);
    expect(riskScore).toBeGreaterThanOrEqual(least);
    if (least >= 30 || expected.length === 0) expect(decision).not.toBe('allow');
  });
});

describe('innocent', () => {
  const samples = readSamples('innocent');

  it('is a corpus worth the name', () => expect(samples.length).toBeGreaterThanOrEqual(120));

  it.each(samples)('$name', ({ code }) => {
    expect(assess(code, 'javascript')).toMatchObject({ riskScore: 0, findings: [] });
  });
});
