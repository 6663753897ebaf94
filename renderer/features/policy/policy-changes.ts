import {
  presets,
  type Policy,
  type PresetName,
  type RuleOverride,
} from '../../../shared/validation/policy.ts';
import type { Rule } from '../../../shared/validation/rule.ts';

/** How a rule counts under a policy. */
export interface EffectiveRule {
  readonly off: boolean;
  readonly points: number;
  /** The workspace says otherwise than the rule itself. */
  readonly changed: boolean;
}

export function effectiveRule({ id, points }: Rule, policy: Policy): EffectiveRule {
  const override = overrideOf(policy, id);
  return {
    off: override?.off === true,
    points: override?.off ? 0 : (override?.points ?? points),
    changed: override !== undefined,
  };
}

const overrideOf = ({ overrides }: Policy, id: string): RuleOverride | undefined =>
  Object.hasOwn(overrides, id) ? overrides[id] : undefined;

/** The rule counts differently; undefined: as it says itself. */
export function withOverride(policy: Policy, rule: Rule, override?: RuleOverride): Policy {
  const { [rule.id]: _, ...overrides } = policy.overrides;
  const says = override && override.points !== rule.points;
  return { ...policy, overrides: says ? { ...overrides, [rule.id]: override } : overrides };
}

/** Thresholds and decisions of a preset; what the workspace said of rules and modules stays. */
export function withPreset(policy: Policy, preset: PresetName): Policy {
  const { allowedModules, overrides } = policy;
  return { ...presets[preset], allowedModules, overrides };
}

export function withModule(policy: Policy, name: string): Policy {
  const { allowedModules } = policy;
  if (allowedModules.includes(name)) return policy;
  return { ...policy, allowedModules: [...allowedModules, name] };
}

export function withoutModule(policy: Policy, name: string): Policy {
  return { ...policy, allowedModules: policy.allowedModules.filter((one) => one !== name) };
}
