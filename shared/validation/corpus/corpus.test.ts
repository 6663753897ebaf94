import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess, rules } from '../index.ts';

interface Sample {
  readonly name: string;
  readonly code: string;
  readonly expected: readonly string[];
}

/** `### name | rules that must find it`, then the code up to the next heading. */
function readSamples(folder: 'hostile' | 'innocent'): Sample[] {
  const directory = join(import.meta.dirname, folder);
  return readdirSync(directory).flatMap((file) => {
    const [, ...parts] = readFileSync(join(directory, file), 'utf8').split(/^### /m);
    return parts.map((part) => {
      const end = part.indexOf('\n');
      const [title = '', expected = ''] = part.slice(0, end).split(' | ');
      return {
        name: `${file}: ${title}`,
        code: part.slice(end + 1),
        expected: expected === '' ? [] : expected.split(', '),
      };
    });
  });
}

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
    if (least >= 30) expect(decision).not.toBe('allow');
  });
});

describe('innocent', () => {
  const samples = readSamples('innocent');

  it('is a corpus worth the name', () => expect(samples.length).toBeGreaterThanOrEqual(120));

  it.each(samples)('$name', ({ code }) => {
    expect(assess(code, 'javascript')).toMatchObject({ riskScore: 0, findings: [] });
  });
});
