import { isFixedRule, type Policy } from '../../../shared/validation/policy.ts';
import type { Rule } from '../../../shared/validation/rule.ts';
import { Button } from '../../ui/button.tsx';
import { NumberSetting } from '../policy/number-setting.tsx';
import { effectiveRule, withOverride } from '../policy/policy-changes.ts';
import { firstProblem } from '../policy/policy-form.tsx';
import styles from './rule-detail.module.css';

interface Props {
  readonly rule: Rule;
  readonly policy: Policy;
  readonly disabled: boolean;
  readonly onChange: (policy: Policy) => void;
}

/** Whether and how much the rule counts in this workspace. */
export function RulePolicy({ rule, policy, disabled, onChange }: Props) {
  const { off, points, changed } = effectiveRule(rule, policy);
  if (isFixedRule(rule.id)) {
    return (
      <section className={styles.policy}>
        <h4>In this workspace</h4>
        <p>Always counts: it says that the text could not be judged.</p>
      </section>
    );
  }
  return (
    <section className={styles.policy} aria-label="In this workspace">
      <h4>In this workspace</h4>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={!off}
          disabled={disabled}
          onChange={(event) =>
            onChange(withOverride(policy, rule, event.target.checked ? undefined : { off: true }))
          }
        />
        The rule counts
      </label>
      {rule.family === 'security' && (
        <NumberSetting
          label="Each finding adds"
          unit="points"
          value={points}
          disabled={disabled || off}
          check={(value) => firstProblem(withOverride(policy, rule, { points: value }))}
          onSettle={(value) => onChange(withOverride(policy, rule, { points: value }))}
        />
      )}
      {changed && (
        <p className={styles.changed}>
          Changed from {rule.family === 'security' ? `${rule.points} points` : 'on'}.
          <Button disabled={disabled} onClick={() => onChange(withOverride(policy, rule))}>
            As the rule says
          </Button>
        </p>
      )}
    </section>
  );
}
