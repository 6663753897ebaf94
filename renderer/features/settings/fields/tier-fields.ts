import type { Preferences } from '../../../../shared/contract/models/workspace.ts';
import type { CommissionTier } from '../../../../shared/engine/settings.ts';
import { withCosts } from './cost-fields.ts';
import { inPercent, numberField, type SettingField } from './field.ts';

export type TierFieldId = `tierUpTo.${number}` | `tierRate.${number}`;

export const maximumTiers = 20;

/** The tiers of the commission; none where it is of another kind. */
export function tiersOf({ settings }: Preferences): readonly CommissionTier[] {
  return settings.commission.kind === 'tiered' ? settings.commission.tiers : [];
}

/** The field of one cell of the table of tiers. Bounds ascend, so a tier's lies between its neighbours'. */
export function tierField(id: TierFieldId, preferences: Preferences): SettingField {
  const index = Number(id.slice(id.indexOf('.') + 1));
  const tiers = tiersOf(preferences);
  const write = (before: Preferences, change: Partial<CommissionTier>) =>
    withTiers(
      before,
      tiersOf(before).map((tier, at) => (at === index ? { ...tier, ...change } : tier)),
    );
  if (id.startsWith('tierRate')) {
    return numberField({
      item: 'commission',
      label: `Rate of tier ${index + 1}`,
      ...inPercent,
      maximum: 50,
      read: (read) => tiersOf(read)[index]?.rate,
      write: (before, rate) => write(before, { rate }),
    });
  }
  return numberField({
    item: 'commission',
    label: `Bound of tier ${index + 1}`,
    minimum: tiers[index - 1]?.upTo ?? 0,
    maximum: tiers[index + 1]?.upTo ?? Infinity,
    exclusive: true,
    read: (read) => tiersOf(read)[index]?.upTo ?? undefined,
    write: (before, upTo) => write(before, { upTo }),
  });
}

/** A further tier before the last, which has no bound: twice as far as the one before it. */
export function withTierAdded(preferences: Preferences): Partial<Preferences> {
  const tiers = tiersOf(preferences);
  const last = tiers.at(-1);
  if (last === undefined || tiers.length >= maximumTiers) return {};
  const upTo = (tiers.at(-2)?.upTo ?? 5000) * 2;
  return withTiers(preferences, [...tiers.slice(0, -1), { upTo, rate: last.rate }, last]);
}

export function withTierRemoved(preferences: Preferences, index: number): Partial<Preferences> {
  const tiers = tiersOf(preferences);
  if (index >= tiers.length - 1) return {};
  return withTiers(
    preferences,
    tiers.filter((_, at) => at !== index),
  );
}

function withTiers(preferences: Preferences, tiers: readonly CommissionTier[]) {
  return withCosts(preferences, { commission: { kind: 'tiered', tiers } });
}
