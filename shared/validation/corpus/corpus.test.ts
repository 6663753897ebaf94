import { describe, expect, it } from 'vitest';
import { assess, rules } from '../index.ts';
import { mutations, parses } from './mutations.ts';
import { readSamples } from './read-samples.fixture.ts';

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

  it('is a corpus worth the name', () => expect(samples.length).toBeGreaterThanOrEqual(150));

  it.each(samples)('$name', ({ code }) => {
    expect(assess(code, 'javascript')).toMatchObject({ riskScore: 0, findings: [] });
  });
});

describe('hostile code in disguise', () => {
  const samples = readSamples('hostile').filter(
    ({ code }) => assess(code, 'javascript').decision !== 'allow' && parses(code),
  );

  it.each(mutations)('is still found with $name', ({ mutate, moves }) => {
    const mutants = samples
      .filter(({ code }) => !moves || !code.includes('this'))
      .map(({ name, code }) => ({ name, code: mutate(code) }))
      .filter(({ code }) => parses(code));
    const missed = mutants.filter(({ code }) => assess(code, 'javascript').decision === 'allow');
    expect(mutants.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });
});
