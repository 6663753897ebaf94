import { z } from 'zod';
import { problemsOf } from '../../validation/policy-bounds.ts';
import { presetNames, presets, type Policy } from '../../validation/policy.ts';
import { policyDecisions } from '../../validation/types.ts';

const decisionSchema = z.enum(policyDecisions);
const ruleIdSchema = z.string().min(1).max(60);
export const presetNameSchema = z.enum(presetNames);

const overrideSchema = z
  .strictObject({ off: z.literal(true).optional(), points: z.number().optional() })
  .refine(({ off, points }) => (off === undefined) !== (points === undefined), {
    error: 'must have either "off": true or "points"',
  });

const parts = {
  thresholds: z.strictObject({ medium: z.number(), high: z.number(), critical: z.number() }),
  decisions: z.strictObject({
    LOW: decisionSchema,
    MEDIUM: decisionSchema,
    HIGH: decisionSchema,
    CRITICAL: decisionSchema,
  }),
  families: z.strictObject({ 'look-ahead': decisionSchema, determinism: decisionSchema }),
  allowedModules: z.array(z.string().min(1).max(200)).max(100).readonly(),
  overrides: z.record(ruleIdSchema, overrideSchema),
};

/** A whole policy, within its bounds. */
export const policySchema = z
  .strictObject({ preset: presetNameSchema, ...parts })
  .superRefine((policy, context) => {
    for (const { path, message } of problemsOf(policy)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

/**
 * What a workspace keeps: a preset and what differs from it. Names that mean nothing are refused,
 * for a mistyped one would be a rule that silently does not hold.
 */
export const policyFileSchema = z
  .strictObject({
    preset: presetNameSchema.default('standard'),
    thresholds: parts.thresholds.partial().optional(),
    decisions: parts.decisions.partial().optional(),
    families: parts.families.partial().optional(),
    allowedModules: parts.allowedModules.optional(),
    overrides: parts.overrides.optional(),
  })
  .transform(({ preset, ...changes }): z.input<typeof policySchema> => {
    const base = presets[preset];
    return {
      preset,
      thresholds: { ...base.thresholds, ...definedOnly(changes.thresholds) },
      decisions: { ...base.decisions, ...definedOnly(changes.decisions) },
      families: { ...base.families, ...definedOnly(changes.families) },
      allowedModules: [...(changes.allowedModules ?? base.allowedModules)],
      overrides: { ...(changes.overrides ?? base.overrides) },
    };
  })
  .pipe(policySchema);

/** Why the workspace's policy file cannot be used. Lines count from 1. */
export const policyFileProblemSchema = z.object({
  message: z.string(),
  hint: z.string(),
  /** Leads to the field, like `thresholds.medium`. */
  field: z.string().optional(),
  line: z.number().int().optional(),
});
export type PolicyFileProblem = z.infer<typeof policyFileProblemSchema>;

/** The workspace's policy as it is in force. */
export const policyStateSchema = z.object({
  /** The strict preset where the file has a problem; nothing runs then. */
  policy: policySchema,
  presets: z.object({ strict: policySchema, standard: policySchema, research: policySchema }),
  /** SHA-256 of what is in force, in hex. */
  hash: z.string(),
  /** Where it is kept, for the analyst to edit by hand; there is none before the first change. */
  file: z.string(),
  /** Absent for a file that can be used, or none. */
  problem: policyFileProblemSchema.optional(),
});
export type PolicyState = z.infer<typeof policyStateSchema>;

/** Which policy judged, as records keep it. */
export const policyReferenceSchema = z.object({
  preset: presetNameSchema,
  /** It differs from its preset. */
  changed: z.boolean(),
  hash: z.string(),
});
export type PolicyReference = z.infer<typeof policyReferenceSchema>;

/** As reports and badges name it: "standard", or "standard, changed". */
export function describePolicy({
  preset,
  changed,
}: Pick<PolicyReference, 'preset' | 'changed'>): string {
  return changed ? `${preset}, changed` : preset;
}

/** The least that says the same: what a policy changes of its preset, in the schema's order. */
export function differencesFromPreset(policy: Policy): Record<string, unknown> {
  const base = presets[policy.preset];
  const kept: Record<string, unknown> = { preset: policy.preset };
  for (const part of ['thresholds', 'decisions', 'families'] as const) {
    const original = new Map(Object.entries(base[part]));
    const changed = Object.entries(policy[part]).filter(
      ([key, value]) => value !== original.get(key),
    );
    if (changed.length > 0) kept[part] = Object.fromEntries(changed);
  }
  for (const part of ['allowedModules', 'overrides'] as const) {
    if (JSON.stringify(policy[part]) !== JSON.stringify(base[part])) kept[part] = policy[part];
  }
  return kept;
}

/** The keys that are there and not undefined. */
function definedOnly<Shape extends object>(changes: Shape | undefined) {
  const kept = Object.entries(changes ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };
}
