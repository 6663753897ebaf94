import { describe, expect, it } from 'vitest';
import { limitsSchema } from '../../../../shared/contract/models/run.ts';
import { settingsSchema } from '../../../../shared/contract/models/settings.ts';
import {
  defaultPreferences,
  preferencesSchema,
  type Preferences,
} from '../../../../shared/contract/models/workspace.ts';
import { fixedFields } from '../settings-fields.ts';
import { firstCommissions, firstSlippages, withCosts } from './cost-fields.ts';
import type { SettingField } from './field.ts';

/** Preferences in which the field applies. */
function applying(field: SettingField): Preferences {
  const candidates = [
    defaultPreferences,
    ...Object.values(firstCommissions).map((commission) => ({
      ...defaultPreferences,
      ...withCosts(defaultPreferences, { commission }),
    })),
    ...Object.values(firstSlippages).map((slippage) => ({
      ...defaultPreferences,
      ...withCosts(defaultPreferences, { slippage }),
    })),
  ];
  const found = candidates.find((preferences) => field.applies(preferences));
  if (found === undefined) throw new Error(`${field.label} applies to nothing`);
  return found;
}

const numbers = Object.entries(fixedFields).filter(([, { isNumber }]) => isNumber);

describe.each(numbers)('the number field %s', (_, field) => {
  const before = applying(field);
  const take = (text: string) => field.take(text, before);
  const after = (text: string): Preferences => {
    const taken = take(text);
    if (!taken.ok) throw new Error(taken.error);
    return { ...before, ...taken.value };
  };
  const boundIn = (text: string) => {
    const taken = take(text);
    return taken.ok ? '' : taken.error.replace(/^At (least|most) /, '').replace(/\.$/, '');
  };

  it('prints what it takes', () => {
    for (const text of [boundIn('-1e20'), boundIn('1e20')]) {
      expect(field.print(after(text))).toBe(text);
    }
  });

  it('has the bounds of the contract', () => {
    const lowest = boundIn('-1e20');
    const highest = boundIn('1e20');
    for (const bound of [lowest, highest]) {
      const { settings, limits, trials } = after(bound);
      expect(settingsSchema.safeParse(settings).success).toBe(true);
      expect(limitsSchema.safeParse(limits).success).toBe(true);
      expect(preferencesSchema.shape.trials.safeParse(trials).success).toBe(true);
    }
    expect(take(String(Number(highest.replaceAll(',', '')) * 1.01)).ok).toBe(false);
  });
});

describe('a share in percent', () => {
  it('is stored without dust, and printed back', () => {
    const taken = fixedFields.commissionRate.take('0.07', defaultPreferences);
    expect(taken).toMatchObject({ value: { settings: { commission: { rate: 0.0007 } } } });
    const after = { ...defaultPreferences, ...(taken.ok ? taken.value : {}) };
    expect(fixedFields.commissionRate.print(after)).toBe('0.07');
  });
});

describe('a field of another kind of costs', () => {
  it('does not apply', () => {
    expect(fixedFields.commissionRate.applies(defaultPreferences)).toBe(true);
    expect(fixedFields.commissionPerShare.applies(defaultPreferences)).toBe(false);
    expect(fixedFields.slippageTicks.applies(defaultPreferences)).toBe(false);
  });
});
