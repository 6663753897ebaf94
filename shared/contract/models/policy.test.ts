import { describe, expect, it } from 'vitest';
import { presetNames, presets } from '../../validation/policy.ts';
import { differencesFromPreset, policyFileSchema, policySchema } from './policy.ts';

describe('a policy file', () => {
  it.each(presetNames)('with nothing but the preset %s is that preset', (preset) => {
    expect(policyFileSchema.parse({ preset })).toEqual(presets[preset]);
    expect(differencesFromPreset(presets[preset])).toEqual({ preset });
  });

  it('says only what differs from its preset, and says it again', () => {
    const file = {
      preset: 'strict',
      thresholds: { medium: 10 },
      families: { 'look-ahead': 'reject' },
      overrides: { 'endless-loop': { off: true }, reflect: { points: 30 } },
    };
    const policy = policyFileSchema.parse(file);
    expect(policy).toMatchObject({
      thresholds: { medium: 10, high: 70, critical: 90 },
      decisions: presets.strict.decisions,
      families: { 'look-ahead': 'reject', determinism: 'review' },
    });
    expect(differencesFromPreset(policy)).toEqual(file);
  });

  it.each([
    ['a mistyped name', { treshold: {} }],
    ['a mistyped level', { decisions: { MIDDLE: 'allow' } }],
    ['an unknown preset', { preset: 'lax' }],
    ['both off and points', { overrides: { reflect: { off: true, points: 3 } } }],
    ['off: false', { overrides: { reflect: { off: false } } }],
    ['an empty override', { overrides: { reflect: {} } }],
    ['what its bounds refuse', { decisions: { CRITICAL: 'allow' } }],
    ['a list', []],
    ['text', 'strict'],
    ['nothing', null],
  ])('with %s is refused', (_, file) => {
    expect(policyFileSchema.safeParse(file).success).toBe(false);
  });

  it('names the field that is wrong', () => {
    const { error } = policyFileSchema.safeParse({ thresholds: { high: 75 } });
    expect(error?.issues).toMatchObject([{ path: ['thresholds', 'high'] }]);
  });
});

it('a whole policy must be whole', () => {
  expect(policySchema.safeParse(presets.standard).success).toBe(true);
  expect(policySchema.safeParse({ preset: 'standard' }).success).toBe(false);
});
