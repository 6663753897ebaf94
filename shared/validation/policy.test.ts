import { describe, expect, it } from 'vitest';
import { assess } from './index.ts';
import { loadPythonForTest } from './load-python.fixture.ts';
import { problemsOf } from './policy-bounds.ts';
import { presetNames, presets, type Policy, type PresetName } from './policy.ts';

await loadPythonForTest();

const oneDanger = "eval('1');";
const twoDangers = "eval('1');\neval('2');";
const high = "eval('1');\neval('2');\nReflect.get({}, 'a');";
const critical = "eval('1');\neval('2');\neval('3');\neval('4');";
const early = 'export const f = (bars, i) => bars[i + 1].close;';
const random = 'export const roll = () => Math.random();';

const standard = (changes: Partial<Policy>): Policy => ({ ...presets.standard, ...changes });
const judge = (source: string, policy: Policy) => assess(source, 'javascript', policy);

describe('presets', () => {
  it.each([
    [oneDanger, 'reject', 'review', 'allow'],
    [twoDangers, 'reject', 'review', 'review'],
    [high, 'reject', 'reject', 'reject'],
    [critical, 'reject', 'reject', 'reject'],
    [early, 'review', 'allow', 'allow'],
    [random, 'review', 'allow', 'allow'],
    ['const =', 'reject', 'reject', 'reject'],
    ['const a = 1;', 'allow', 'allow', 'allow'],
  ])('decide on %j: strict %s, standard %s, research %s', (source, ...decisions) => {
    expect(presetNames.map((name) => judge(source, presets[name]).decision)).toEqual(decisions);
  });

  it.each([
    ['double = lambda x: x * 2', 'reject', 'allow', 'allow'],
    ['class A:\n    def __init__(self):\n        self.x = 1', 'reject', 'allow', 'allow'],
    ['def f(x):\n    return x * 2', 'allow', 'allow', 'allow'],
    ['def f(close):\n    return close.shift(-1)', 'review', 'allow', 'allow'],
  ])('decide on Python %j: strict %s, standard %s, research %s', (source, ...decisions) => {
    const decide = (name: PresetName) => assess(source, 'python', presets[name]).decision;
    expect(presetNames.map(decide)).toEqual(decisions);
  });

  it.each(presetNames)('%s keeps to the bounds', (name) => {
    expect(problemsOf(presets[name])).toEqual([]);
  });

  it('never let the second axis change the score', () => {
    for (const name of presetNames) expect(judge(early, presets[name]).riskScore).toBe(0);
  });
});

describe('overrides', () => {
  it('count a rule with other points, or not at all', () => {
    const dearer = standard({ overrides: { 'dangerous-eval': { points: 80 } } });
    expect(judge(oneDanger, dearer)).toMatchObject({ riskScore: 80, decision: 'reject' });
    const cheaper = standard({ overrides: { 'dangerous-eval': { points: 2 } } });
    expect(judge(oneDanger, cheaper)).toMatchObject({ riskScore: 2, decision: 'allow' });
    const off = standard({ overrides: { 'dangerous-eval': { off: true } } });
    expect(judge(oneDanger, off)).toMatchObject({ riskScore: 0, findings: [] });
  });

  it('switch off a rule of the second axis', () => {
    const off = { ...presets.strict, overrides: { 'later-bar': { off: true } } } as const;
    expect(judge(early, off)).toMatchObject({ decision: 'allow', findings: [] });
  });

  it('take nothing from a text that is CRITICAL by the own points of the rules', () => {
    const expected = { riskScore: 120, riskLevel: 'CRITICAL', decision: 'reject' };
    for (const override of [{ off: true }, { points: 0 }] as const) {
      const policy = standard({ overrides: { 'dangerous-eval': override } });
      expect(judge(critical, policy)).toMatchObject(expected);
      expect(judge(critical, policy).findings).toHaveLength(4);
    }
  });

  it('that raise points count for a CRITICAL text too', () => {
    const policy = standard({ overrides: { 'dangerous-eval': { points: 40 } } });
    expect(judge(critical, policy).riskScore).toBe(160);
  });
});

it('allows further modules, static or loaded later', () => {
  const policy = standard({ allowedModules: ['stratbox', 'lodash'] });
  const source = "import _ from 'lodash';\nconst late = await import('lodash');";
  expect(judge(source, policy).findings).toEqual([]);
  expect(judge(source, presets.standard).riskScore).toBe(31);
});

describe('bounds', () => {
  const { thresholds, decisions } = presets.standard;
  const broken: [string, Partial<Policy>, string][] = [
    ['a CRITICAL that runs', { decisions: { ...decisions, CRITICAL: 'review' } }, 'CRITICAL'],
    ['a HIGH that runs unasked', { decisions: { ...decisions, HIGH: 'allow' } }, 'HIGH'],
    ['a higher bound of HIGH', { thresholds: { ...thresholds, critical: 91 } }, 'critical'],
    ['a higher bound of MEDIUM', { thresholds: { ...thresholds, high: 71 } }, 'high'],
    ['thresholds out of order', { thresholds: { medium: 60, high: 50, critical: 90 } }, 'medium'],
    ['a threshold of 0', { thresholds: { ...thresholds, medium: 0 } }, 'medium'],
    ['no number', { thresholds: { ...thresholds, medium: NaN } }, 'medium'],
    ['a module that reaches files', { allowedModules: ['stratbox', 'node:fs'] }, 'node:fs'],
    ['no stratbox', { allowedModules: [] }, 'stratbox'],
    ['an unknown rule', { overrides: { 'dangerus-eval': { off: true } } }, 'dangerus-eval'],
    [
      'a rule named as a member',
      { overrides: { constructor: { off: true as const } } },
      'constructor',
    ],
    ['a text that cannot be judged', { overrides: { 'cannot-judge': { off: true } } }, 'judged'],
    ['a syntax error', { overrides: { 'syntax-error': { points: 0 } } }, 'judged'],
    ['a tangled text', { overrides: { 'tangled-code': { off: true } } }, 'judged'],
    ['negative points', { overrides: { 'dangerous-eval': { points: -30 } } }, 'from 0 to 100'],
    ['points outside security', { overrides: { 'later-bar': { points: 5 } } }, 'no points'],
  ];
  it.each(broken)('refuse %s, and nothing is allowed by such a policy', (_, changes, word) => {
    const policy = standard(changes);
    const problems = problemsOf(policy);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(word);
    expect(judge('const a = 1;', policy)).toMatchObject({
      decision: 'reject',
      findings: [{ ruleId: 'cannot-judge' }],
    });
  });

  it('accept a policy that is tighter', () => {
    const tighter = standard({
      thresholds: { medium: 1, high: 10, critical: 20 },
      decisions: { ...decisions, LOW: 'review', MEDIUM: 'reject' },
    });
    expect(problemsOf(tighter)).toEqual([]);
    expect(judge(oneDanger, tighter)).toMatchObject({ riskLevel: 'CRITICAL', decision: 'reject' });
  });
});
