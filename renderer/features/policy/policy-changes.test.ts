import { describe, expect, it } from 'vitest';
import { presets } from '../../../shared/validation/policy.ts';
import { problemsOf } from '../../../shared/validation/policy-bounds.ts';
import { rules } from '../../../shared/validation/rules/index.ts';
import {
  effectiveRule,
  withModule,
  withOverride,
  withoutModule,
  withPreset,
} from './policy-changes.ts';

const rule = rules.find(({ id }) => id === 'dangerous-eval');
if (!rule) throw new Error('The rule is gone.');
const { standard } = presets;

describe('changes of a policy', () => {
  it('count a rule otherwise, and as it says itself again', () => {
    expect(effectiveRule(rule, standard)).toEqual({ off: false, points: 30, changed: false });
    const cheaper = withOverride(standard, rule, { points: 5 });
    expect(effectiveRule(rule, cheaper)).toEqual({ off: false, points: 5, changed: true });
    const off = withOverride(cheaper, rule, { off: true });
    expect(effectiveRule(rule, off)).toEqual({ off: true, points: 0, changed: true });
    expect(withOverride(off, rule)).toEqual(standard);
    expect(withOverride(cheaper, rule, { points: 30 })).toEqual(standard);
  });

  it('take a preset’s decisions and keep what was said of rules and modules', () => {
    const own = withModule(withOverride(standard, rule, { off: true }), 'lodash');
    const strict = withPreset(own, 'strict');
    expect(strict).toMatchObject({ preset: 'strict', decisions: { MEDIUM: 'reject' } });
    expect(strict.overrides).toEqual(own.overrides);
    expect(strict.allowedModules).toEqual(['stratbox', 'lodash']);
    expect(withPreset(strict, 'standard')).toEqual(own);
  });

  it('allow a module once, and no more', () => {
    const twice = withModule(withModule(standard, 'lodash'), 'lodash');
    expect(twice.allowedModules).toEqual(['stratbox', 'lodash']);
    expect(withoutModule(twice, 'lodash')).toEqual(standard);
  });

  it('stay within the bounds that the app keeps', () => {
    for (const preset of ['strict', 'standard', 'research'] as const) {
      expect(problemsOf(withPreset(standard, preset))).toEqual([]);
    }
  });
});
