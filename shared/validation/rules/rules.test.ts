import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPythonForTest } from '../load-python.fixture.ts';
import { assess } from '../index.ts';
import { presetNames, presets } from '../policy.ts';
import { examplesOf } from '../rule.ts';
import type { Finding } from '../types.ts';
import { rules } from './index.ts';

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/, ''));

/** The text between two places that the finding marks. */
function marked(source: string, { line, column, endLine, endColumn }: Finding): string {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/).slice(line - 1, endLine);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, endColumn - 1);
  lines[0] = (lines[0] ?? '').slice(column - 1);
  return lines.join('\n');
}

it('every file is a listed rule, and ids are unique', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(files.sort());
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

it('only security findings have points', () => {
  for (const { family, points } of rules) expect(family === 'security' || points === 0).toBe(true);
});

await loadPythonForTest();

const judged = rules.flatMap((rule) =>
  rule.languages.map((language) => ({
    id: rule.id,
    language,
    points: rule.points,
    policy: presets[rule.onlyIn ?? 'standard'],
    bad: examplesOf(rule, language)?.bad ?? [],
    good: examplesOf(rule, language)?.good ?? [],
  })),
);

describe.each(judged)('$id in $language', ({ id, language, bad, good, points, policy }) => {
  it('has at least three examples of each kind', () => {
    expect(bad.length).toBeGreaterThanOrEqual(3);
    expect(good.length).toBeGreaterThanOrEqual(3);
  });

  it.each(bad)('finds $code', ({ code, at }) => {
    const found = assess(code, language, policy).findings.filter(({ ruleId }) => ruleId === id);
    expect(found.map((finding) => marked(code, finding))).toContain(at);
    expect(found.every((finding) => finding.points === points)).toBe(true);
  });

  it.each(good)('leaves alone %s', (code) => {
    const { findings, riskScore } = assess(code, language, policy);
    expect(findings.filter(({ ruleId, family }) => ruleId === id || family === 'syntax')).toEqual(
      [],
    );
    expect(riskScore).toBeLessThan(30);
  });
});

it('speaks of Python where the text is Python', () => {
  const ofJavaScript =
    /\bthis\.|onBar|barAgo|\bconst |=>|===|new Date|import \{|import\(|require|object of|constructor|slice\(|globalThis|Math\./;
  for (const { id, inPython, languages } of rules) {
    if (!languages.includes('python')) continue;
    const rule = rules.find((one) => one.id === id);
    const bad = (rule && examplesOf(rule, 'python')?.bad) ?? [];
    expect(bad.length, id).toBeGreaterThan(0);
    expect(inPython?.fix ?? '', id).not.toMatch(ofJavaScript);
    for (const { code } of bad) {
      const found = assess(code, 'python', presets[rule?.onlyIn ?? 'standard']).findings;
      for (const { message, fix } of found) expect(`${message} ${fix}`).not.toMatch(ofJavaScript);
    }
  }
});

it('a rule of one preset alone is asked for by no other', () => {
  const own = rules.filter(({ onlyIn }) => onlyIn !== undefined);
  expect(own.length).toBeGreaterThan(0);
  for (const { id, onlyIn, languages, bad } of own) {
    for (const policy of presetNames
      .filter((name) => name !== onlyIn)
      .map((name) => presets[name])) {
      const [language = 'python'] = languages;
      const findings = bad.flatMap(({ code }) => assess(code, language, policy).findings);
      expect(findings.filter(({ ruleId }) => ruleId === id)).toEqual([]);
    }
  }
});
