import type { Preferences } from '../../../shared/contract/models/workspace.ts';
import { costFields } from './fields/cost-fields.ts';
import type { SettingField } from './fields/field.ts';
import { plainFields } from './fields/plain-fields.ts';
import { tierField, type TierFieldId } from './fields/tier-fields.ts';

export const fixedFields = { ...plainFields, ...costFields };

export type FieldId = keyof typeof fixedFields | TierFieldId;

/** The field with this name; those of the tiers depend on how many there are. */
export function fieldNamed(id: FieldId, preferences: Preferences): SettingField {
  return id in fixedFields
    ? fixedFields[id as keyof typeof fixedFields]
    : tierField(id as TierFieldId, preferences);
}
