import type { Ref } from 'react';
import { badgeLabels, type RunRecord } from '../../../../shared/contract/models/run.ts';
import { FoldingSection } from '../folding-section.tsx';
import { explainMetric } from '../format/format-metric.ts';
import { stateIcons, stateWords } from '../header/badge-chip.tsx';
import { badgeNames } from '../header/result-header.tsx';
import { CopyButton } from './copy-button.tsx';
import { manifestRows, shortHash } from './manifest-rows.ts';
import styles from './trust-section.module.css';

interface Props {
  readonly record: RunRecord;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly ref: Ref<HTMLDetailsElement>;
}

/** Why this result can or cannot be trusted, and all that is needed to check it elsewhere. */
export function TrustSection({ record, open, onToggle, ref }: Props) {
  const { badges, manifest, metrics } = record;
  return (
    <FoldingSection title="Trust" open={open} onToggle={onToggle} testId="trust-section" ref={ref}>
      <dl className={styles.badges}>
        {badgeNames.map((name) => {
          const { state, detail } = badges[name];
          const Icon = stateIcons[state];
          return (
            <div key={name} className={styles.badge} data-state={state}>
              <Icon size={14} aria-hidden className={styles.icon} />
              <dt>
                {badgeLabels[name]} <span className={styles.state}>{stateWords[state]}</span>
              </dt>
              <dd>{detail}</dd>
            </div>
          );
        })}
      </dl>
      <div className={styles.bar}>
        <h4>Manifest</h4>
        <CopyButton name="the manifest as JSON" text={JSON.stringify(manifest, null, 2)} />
      </div>
      <dl className={styles.manifest}>
        {manifestRows(record).map(({ label, value, isHash }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd className={isHash ? styles.hash : undefined}>
              <span title={isHash ? value : undefined}>{isHash ? shortHash(value) : value}</span>
              {isHash && <CopyButton name={`the hash: ${label}`} text={value} />}
            </dd>
          </div>
        ))}
      </dl>
      {metrics.length > 0 && (
        <>
          <div className={styles.bar}>
            <h4>How the figures are computed</h4>
          </div>
          <dl className={styles.manifest}>
            {metrics.map((metric) => (
              <div key={metric.id} className={styles.row}>
                <dt>{metric.label}</dt>
                <dd>{explainMetric(metric)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </FoldingSection>
  );
}
