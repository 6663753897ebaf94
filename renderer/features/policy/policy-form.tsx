import { presetNames, type Policy, type PresetName } from '../../../shared/validation/policy.ts';
import { problemsOf } from '../../../shared/validation/policy-bounds.ts';
import type { PolicyDecision, RiskLevel } from '../../../shared/validation/types.ts';
import { Field } from '../../ui/field.tsx';
import { Select, type Option } from '../../ui/select.tsx';
import { AllowedModules } from './allowed-modules.tsx';
import { levelsOf, rangeText } from './levels.ts';
import { NumberSetting } from './number-setting.tsx';
import { withPreset } from './policy-changes.ts';
import styles from './policy-form.module.css';

const presetWords: Readonly<Record<PresetName, readonly [title: string, text: string]>> = {
  strict: [
    'Strict',
    'MEDIUM is not run; look-ahead and chance want a review; Python goes without lambda and dunders.',
  ],
  standard: ['Standard', 'From 30 points on a person reviews; above 70 nothing runs.'],
  research: ['Research', 'A review from 50 points on: one danger runs, two do not.'],
};

const choiceNames: Readonly<Record<PolicyDecision, string>> = {
  allow: 'Runs',
  review: 'Wants a review',
  reject: 'Is not run',
};

/** What a policy may say at each level, from the bounds that the app keeps. */
const choices: Readonly<Record<RiskLevel, readonly PolicyDecision[]>> = {
  LOW: ['allow', 'review', 'reject'],
  MEDIUM: ['allow', 'review', 'reject'],
  HIGH: ['review', 'reject'],
  CRITICAL: ['reject'],
};

const optionsOf = (decisions: readonly PolicyDecision[]): Option<PolicyDecision>[] =>
  decisions.map((value) => ({ value, label: choiceNames[value] }));

interface Props {
  readonly policy: Policy;
  readonly disabled: boolean;
  readonly onChange: (policy: Policy) => void;
}

/** Preset, thresholds, what happens at each level and on the second axis, and the modules. */
export function PolicyForm({ policy, disabled, onChange }: Props) {
  const { thresholds, decisions, families } = policy;
  const threshold = (name: keyof typeof thresholds, label: string) => (
    <NumberSetting
      label={label}
      unit="points"
      value={thresholds[name]}
      disabled={disabled}
      check={(value) => firstProblem({ ...policy, thresholds: { ...thresholds, [name]: value } })}
      onSettle={(value) => onChange({ ...policy, thresholds: { ...thresholds, [name]: value } })}
    />
  );
  return (
    <fieldset className={styles.form} disabled={disabled}>
      <div role="radiogroup" aria-label="Preset" className={styles.presets}>
        {presetNames.map((name) => (
          <label key={name} className={styles.preset}>
            <input
              type="radio"
              name="preset"
              checked={policy.preset === name}
              onChange={() => onChange(withPreset(policy, name))}
            />
            <b>{presetWords[name][0]}</b>
            <span>{presetWords[name][1]}</span>
          </label>
        ))}
      </div>
      <section>
        <h3>Levels</h3>
        {threshold('medium', 'MEDIUM begins at')}
        {threshold('high', 'HIGH begins above')}
        {threshold('critical', 'CRITICAL begins above')}
      </section>
      <section>
        <h3>What happens</h3>
        {levelsOf(policy).map((level) => (
          <Field key={level.level} label={`${level.level}, ${rangeText(level) ?? 'no score'}`}>
            {(control) => (
              <Select
                {...control}
                value={level.decision}
                options={optionsOf(choices[level.level])}
                disabled={choices[level.level].length === 1}
                onValueChange={(decision) =>
                  onChange({ ...policy, decisions: { ...decisions, [level.level]: decision } })
                }
              />
            )}
          </Field>
        ))}
      </section>
      <section>
        <h3>Beside the score</h3>
        {(['look-ahead', 'determinism'] as const).map((family) => (
          <Field
            key={family}
            label={family === 'look-ahead' ? 'Looks ahead' : 'Cannot be repeated'}
          >
            {(control) => (
              <Select
                {...control}
                value={families[family]}
                options={optionsOf(['allow', 'review', 'reject'])}
                onValueChange={(decision) =>
                  onChange({ ...policy, families: { ...families, [family]: decision } })
                }
              />
            )}
          </Field>
        ))}
      </section>
      <AllowedModules policy={policy} onChange={onChange} />
    </fieldset>
  );
}

/** Why the app would refuse a policy, or ''. */
export function firstProblem(policy: Policy): string {
  return problemsOf(policy)[0]?.message ?? '';
}
