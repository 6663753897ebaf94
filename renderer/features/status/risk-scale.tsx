import type { Policy } from '../../../shared/validation/policy.ts';
import type { RiskLevel } from '../../../shared/validation/types.ts';
import { toneOfLevel } from '../../ui/tone.ts';
import { decisionWords, levelsOf, rangeText } from '../policy/levels.ts';
import styles from './risk-popover.module.css';

interface Props {
  readonly policy: Policy;
  /** Null: the text was not judged. */
  readonly score: number | null;
  readonly level: RiskLevel;
}

/** The levels in proportion, the score among them, and what the policy does at each. */
export function RiskScale({ policy, score, level }: Props) {
  const levels = levelsOf(policy);
  // CRITICAL has no end: it is drawn as wide as a quarter of what comes before.
  const end = Math.round(policy.thresholds.critical * 1.25);
  const at = score === null ? null : Math.min(100, (score / end) * 100);
  return (
    <section className={styles.scale} aria-label="Levels">
      <div className={styles.bar} aria-hidden="true">
        {levels.map((one) => (
          <span
            key={one.level}
            data-tone={toneOfLevel(one.level)}
            style={{ flexGrow: Math.max(0, (one.to ?? end) + 1 - one.from) }}
          />
        ))}
        {at !== null && <i style={{ left: `${at}%` }} />}
      </div>
      <ul>
        {levels.map((one) => {
          const range = rangeText(one);
          if (range === undefined) return null;
          const current = score !== null && one.level === level;
          return (
            <li key={one.level} data-tone={toneOfLevel(one.level)} aria-current={current}>
              <b>{one.level}</b>
              <span>{range}</span>
              <span>{decisionWords[one.decision]}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
