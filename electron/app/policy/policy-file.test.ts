import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../../shared/validation/index.ts';
import { problemsOf } from '../../../shared/validation/policy-bounds.ts';
import { presets } from '../../../shared/validation/policy.ts';
import { readPolicyFile, withoutFile, writePolicyFile } from './policy-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-policy-'));
  file = join(folder, 'policy.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  writeFileSync(file, text);
  return readPolicyFile(file);
};

const parse = (text: string) => JSON.parse(text) as unknown;

describe('the policy file', () => {
  it('may be missing: the standard policy holds', () => {
    expect(readPolicyFile(file)).toEqual(withoutFile);
    expect(withoutFile).toMatchObject({ policy: presets.standard, problem: undefined });
  });

  it('is written whole, with what differs, and read again', () => {
    const policy = { ...presets.strict, overrides: { reflect: { points: 30 } } };
    writePolicyFile(file, policy, () => expect(readdirSync(folder)).not.toContain('policy.json'));
    expect(readdirSync(folder)).toEqual(['policy.json']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      preset: 'strict',
      overrides: { reflect: { points: 30 } },
    });
    expect(readPolicyFile(file)).toMatchObject({ policy, problem: undefined });
  });

  it('leaves the earlier one alone when it cannot be written', () => {
    writePolicyFile(file, presets.strict, () => undefined);
    const fail = () => {
      throw new Error('no');
    };
    expect(() => writePolicyFile(file, presets.research, fail)).toThrow('no');
    expect(readPolicyFile(file).policy.preset).toBe('strict');
    expect(readdirSync(folder)).toEqual(['policy.json']);
  });

  it('has one hash for one policy, however it is written down', () => {
    const hashes = [
      '{"preset":"strict","thresholds":{"high":60,"medium":20}}',
      '\ufeff{\n "thresholds": {"medium": 20, "high": 60},\n "preset": "strict"}',
      '{"preset":"strict","thresholds":{"high":60,"medium":20,"critical":90},"overrides":{}}',
    ].map((text) => read(text).hash);
    expect(new Set(hashes).size).toBe(1);
    expect(read('{"preset":"strict"}').hash).not.toBe(hashes[0]);
  });

  it.each([
    ['{"preset": "strict",', 1, undefined, 'not JSON'],
    ['{\n"preset": strict\n}', 2, undefined, 'not JSON'],
    ['', 1, undefined, 'not JSON'],
    ['[]', 1, undefined, 'expected object'],
    ['{\n\n"presett": "strict"}', 3, 'presett', 'presett'],
    ['{"preset": "lax"}', 1, 'preset', 'strict'],
    ['{"thresholds": {\n"medium": "30"}}', 2, 'thresholds.medium', 'number'],
    ['{"thresholds": {\n"high": 80}}', 2, 'thresholds.high', 'from 1 to 70'],
    ['{"decisions": {\n\n"CRITICAL": "allow"}}', 3, 'decisions.CRITICAL', 'always'],
    ['{"overrides": {\n"evil": {"off": true}}}', 2, 'overrides.evil', 'no rule'],
    ['{"allowedModules": [\n"stratbox",\n"fs"]}', 3, 'allowedModules.1', 'cannot be allowed'],
    ['{"preset": "strict",\n"preset": "research"}', 2, 'preset', 'twice'],
    ['{"__proto__": {"preset": "research"}}', 1, '__proto__', '__proto__'],
  ])('that says %j fails closed and names the line', (text, line, field, word) => {
    const { policy, problem } = read(text);
    expect(policy).toBe(presets.strict);
    expect(problem).toMatchObject({ line, ...(field === undefined ? {} : { field }) });
    expect(problem?.message).toContain(word);
    expect(problem?.message).toContain(`policy.json, line ${line}`);
    expect(problem?.hint).toContain('policy reset');
  });

  it.each([
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d])],
    ['far too much', Buffer.alloc(100_001, ' ')],
  ])('with %s fails closed', (_, bytes) => {
    writeFileSync(file, bytes);
    expect(readPolicyFile(file)).toMatchObject({
      policy: presets.strict,
      problem: { message: expect.stringContaining('Nothing runs') as string },
    });
  });

  it('that is a folder fails closed', () => {
    mkdirSync(file);
    expect(readPolicyFile(file).problem).toBeDefined();
  });

  it('whatever it says, gives a policy within the bounds or lets nothing run', () => {
    const decision = fc.constantFrom('allow', 'review', 'reject', 'perhaps');
    const number = fc.oneof(fc.integer({ min: -5, max: 120 }), fc.double(), fc.constant('30'));
    const some = <Value>(value: fc.Arbitrary<Value>) =>
      fc.option(value, { nil: undefined, freq: 2 });
    const policy = fc.record({
      preset: some(fc.constantFrom('strict', 'standard', 'research', 'lax')),
      thresholds: some(
        fc.record({ medium: number, high: number, critical: number }, { requiredKeys: [] }),
      ),
      decisions: some(
        fc.dictionary(fc.constantFrom('LOW', 'MEDIUM', 'HIGH', 'CRITICAL'), decision),
      ),
      overrides: some(
        fc.dictionary(
          fc.constantFrom('reflect', 'dangerous-eval', 'later-bar', 'cannot-judge', '__proto__'),
          fc.oneof(fc.constant({ off: true }), fc.record({ points: number })),
        ),
      ),
    });
    const critical = "eval('1');\neval('2');\neval('3');\neval('4');";
    let used = 0;
    fc.assert(
      fc.property(fc.oneof(policy, policy, fc.json().map(parse)), (value) => {
        const content = read(JSON.stringify(value) ?? '');
        if (content.problem !== undefined) return;
        used += 1;
        expect(problemsOf(content.policy)).toEqual([]);
        expect(assess(critical, 'javascript', content.policy).decision).toBe('reject');
      }),
      { numRuns: 400 },
    );
    expect(used).toBeGreaterThan(5);
  });
});
