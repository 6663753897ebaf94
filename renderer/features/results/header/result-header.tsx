import type { ReactNode } from 'react';
import {
  badgeLabels,
  type Badges,
  type RunRecord,
} from '../../../../shared/contract/models/run.ts';
import { networkWarning } from '../../../../shared/reports/network-warning.ts';
import { Badge } from '../../../ui/badge.tsx';
import { formatDuration, formatMoment } from '../format/format-date.ts';
import { formatCount } from '../format/format-number.ts';
import { BadgeChip } from './badge-chip.tsx';
import styles from './result-header.module.css';
import { sandboxNames } from './sandbox-names.ts';

interface Props {
  readonly record: RunRecord;
  readonly onShowTrust: () => void;
  /** At the end of the title's line. */
  readonly action: ReactNode;
}

export const badgeNames = Object.keys(badgeLabels) as (keyof Badges)[];

/** Which run this is, on what, where it ran, and the five promises it kept or broke. */
export function ResultHeader({ record, onShowTrust, action }: Props) {
  const { summary, manifest, sandbox, badges, timings } = record;
  const { name, datasetName, startedAt } = summary;
  const network = networkWarning(record) !== undefined;
  return (
    <header className={styles.header}>
      <div className={styles.titleLine}>
        <h2 className={styles.title} title={name}>
          {name}
        </h2>
        {action}
      </div>
      <p className={styles.facts}>
        <span className={styles.fact} title={datasetName}>
          {manifest.moreDatasets.length === 0
            ? datasetName
            : `${manifest.datasetName} and ${formatCount(manifest.moreDatasets.length, 'more', 'more')}`}
        </span>
        {manifest.barCount > 0 && (
          <span className={styles.fact}>
            {manifest.from} – {manifest.to}, {formatCount(manifest.barCount, 'bar')}
          </span>
        )}
        <span className={styles.fact}>
          Run {formatMoment(startedAt)} in {formatDuration(timings.total)}
        </span>
      </p>
      <div className={styles.badges} role="group" aria-label="Trust">
        <Badge
          tone={sandbox.kind === 'embedded' || network ? 'medium' : 'neutral'}
          className={styles.sandbox}
          data-testid="sandbox-used"
          title={sandbox.reason}
        >
          {sandboxNames[sandbox.kind]}
          {network && ', with network'}
        </Badge>
        {badgeNames.map((badge) => (
          <BadgeChip
            key={badge}
            name={badge}
            label={badgeLabels[badge]}
            badge={badges[badge]}
            onChoose={onShowTrust}
          />
        ))}
      </div>
    </header>
  );
}
