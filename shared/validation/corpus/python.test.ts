import { describe, expect, it } from 'vitest';
import { assess, rules } from '../index.ts';
import { loadPythonForTest } from '../load-python.fixture.ts';
import { pythonMutations } from './python-mutations.ts';
import { renamePython } from './rename-python.ts';
import { readSamples } from './read-samples.fixture.ts';

await loadPythonForTest();
const pointsOf = new Map(rules.map(({ id, points }) => [id, points]));
const hostile = readSamples('hostile', 'python');
const innocent = readSamples('innocent', 'python');

const biased = (samples: typeof hostile) =>
  samples.filter(({ name }) => name.startsWith('look-ahead')).length;

describe('hostile Python', () => {
  it('is a corpus worth the name', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(250);
    expect(biased(hostile)).toBeGreaterThanOrEqual(40);
    const known = ({ expected }: (typeof hostile)[number]) =>
      expected.length > 0 && expected.every((id) => id === 'syntax-error' || pointsOf.has(id));
    expect(hostile.filter((sample) => !known(sample))).toEqual([]);
  });

  it.each(hostile)('$name', ({ code, expected }) => {
    const { findings, riskScore, decision } = assess(code, 'python');
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining([...expected]));
    const least = expected.reduce((sum, id) => sum + (pointsOf.get(id) ?? 0), 0);
    expect(riskScore).toBeGreaterThanOrEqual(least);
    if (least >= 30) expect(decision).not.toBe('allow');
  });
});

describe('innocent Python', () => {
  it('is a corpus worth the name', () => {
    expect(innocent.length).toBeGreaterThanOrEqual(150);
    expect(biased(innocent)).toBeGreaterThanOrEqual(40);
  });

  it.each(innocent)('$name', ({ code }) => {
    expect(assess(code, 'python')).toMatchObject({ riskScore: 0, findings: [] });
  });
});

describe('hostile Python in disguise', () => {
  const samples = hostile.filter(({ code }) => {
    const { decision, findings } = assess(code, 'python');
    return decision !== 'allow' && findings.every(({ family }) => family !== 'syntax');
  });

  it.each(pythonMutations)('is still found with $name', ({ mutate, moves }) => {
    const mutants = samples
      .filter(({ code }) => !moves || !/^\s*(?:del (?:eval|__builtins__)|eval =)/m.test(code))
      .map(({ name, code }) => ({ name, code: mutate(code) }))
      .filter(({ code }) =>
        assess(code, 'python').findings.every(({ family }) => family !== 'syntax'),
      );
    const missed = mutants.filter(({ code }) => assess(code, 'python').decision === 'allow');
    expect(mutants.length).toBeGreaterThan(100);
    // Lists that are filled by a method with a hidden name are not followed.
    expect(missed.filter(({ name }) => !name.endsWith(': appended'))).toEqual([]);
  });
});

describe('Python under other names', () => {
  const judged = (code: string) =>
    assess(code, 'python').findings.map(({ ruleId, family, line }) => ({ ruleId, family, line }));
  const renamed = (samples: typeof hostile) =>
    samples
      .map((sample) => ({ ...sample, other: renamePython(sample.code) }))
      .filter(({ code, other }) => other !== code);

  it('is as dangerous, and as hard to repeat', () => {
    const samples = renamed(hostile);
    const dangers = (code: string) => judged(code).filter(({ family }) => family !== 'look-ahead');
    expect(samples.length).toBeGreaterThan(300);
    expect(samples.filter(({ code, other }) => !isEqual(dangers(code), dangers(other)))).toEqual(
      [],
    );
  });

  it('looks ahead where the run says what is market data', () => {
    const samples = renamed(hostile).filter(
      ({ name, code }) => name.startsWith('look-ahead') && /^def positions\(/m.test(code),
    );
    expect(samples.length).toBeGreaterThan(70);
    expect(samples.filter(({ code, other }) => !isEqual(judged(code), judged(other)))).toEqual([]);
  });

  it('stays innocent', () => {
    const samples = renamed(innocent);
    expect(samples.length).toBeGreaterThan(120);
    expect(samples.filter(({ other }) => judged(other).length > 0)).toEqual([]);
  });
});

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
