import { describe, expect, it } from 'vitest';
import { assess } from './index.ts';

const strategy = `import { Strategy, sma } from 'stratbox';
export default class A extends Strategy {
  initialize() { this.fast = this.indicator(sma(10)); }
  onBar(bar) { if (bar.close > this.fast.value) this.buy(1); }
}`;

describe('assess', () => {
  it('lets an honest strategy run', () => {
    expect(assess(strategy, 'javascript')).toEqual({
      language: 'javascript',
      riskScore: 0,
      riskLevel: 'LOW',
      decision: 'allow',
      findings: [],
    });
  });

  it('adds the points of distinct dangers, and counts one danger once', () => {
    const once = assess("const e = eval;\ne('1');\ne('2');", 'javascript');
    expect(once).toMatchObject({ riskScore: 30, riskLevel: 'MEDIUM', decision: 'review' });
    const twice = assess("eval('1');\neval('2');", 'javascript');
    expect(twice).toMatchObject({ riskScore: 60, riskLevel: 'MEDIUM' });
    const four = assess("eval('1');\nfetch('2');\nprocess.exit();\nnew Worker('x');", 'javascript');
    expect(four).toMatchObject({ riskScore: 120, riskLevel: 'CRITICAL', decision: 'reject' });
  });

  it('judges an import of files once, and each call of them', () => {
    const imported = assess("import fs from 'fs';", 'javascript');
    expect(imported.findings.map(({ ruleId }) => ruleId)).toEqual(['blacklisted-module']);
    const read = assess("import fs from 'fs';\nfs.readFileSync('x');", 'javascript');
    expect(read.riskScore).toBe(60);
  });

  it('rejects what does not parse, with the place in UTF-16 columns from 1', () => {
    const { decision, findings } = assess("const text = '😀'; )", 'javascript');
    expect(decision).toBe('reject');
    expect(findings).toMatchObject([
      { ruleId: 'syntax-error', family: 'syntax', points: 0, line: 1, column: 20, endColumn: 21 },
    ]);
  });

  it('says in plain words what ends too early', () => {
    expect(assess('class A {', 'javascript').findings[0]?.message).toMatch(/not closed/);
  });

  it('refuses Python as long as its parser is not loaded', () => {
    const { decision, findings } = assess('x = 1', 'python');
    expect(decision).toBe('reject');
    expect(findings).toMatchObject([{ family: 'syntax', ruleId: 'cannot-judge' }]);
    expect(findings[0]?.message).toContain('not loaded');
  });

  it('fails closed when the validation itself fails', () => {
    const { decision, findings } = assess(null as unknown as string, 'javascript');
    expect(decision).toBe('reject');
    expect(findings).toMatchObject([{ family: 'syntax', ruleId: 'cannot-judge' }]);
  });
});
