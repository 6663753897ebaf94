import type { UsageSample } from '../../../../shared/contract/models/resources.ts';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { RunProgress } from '../../run/run-state.ts';
import { formatDuration } from '../format/format-date.ts';
import { LiveUsage } from '../resources/live-usage.tsx';
import { stageNames } from './stage-names.ts';
import styles from './states.module.css';
import { useElapsed } from './use-elapsed.ts';

interface Props {
  readonly progress: RunProgress | null;
  readonly usage: readonly UsageSample[];
  /** In bytes. */
  readonly memoryLimit: number;
  readonly startedAt: number | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

/** What the run under way is doing, how far it is and for how long. */
export function RunningStrip(props: Props) {
  const { progress, usage, memoryLimit, startedAt, cancelling, onCancel } = props;
  const elapsed = useElapsed(startedAt);
  const stage = progress === null ? 'Starting' : stageNames[progress.stage];
  const fraction = progress?.fraction ?? null;
  return (
    <div className={styles.running} data-testid="run-progress">
      <div className={styles.runningLine}>
        <p className={styles.stage} role="status">
          {cancelling ? 'Cancelling' : stage}
        </p>
        <span className={styles.percent}>
          {fraction !== null && `${Math.round(fraction * 100)}%`}
        </span>
        <span className={styles.elapsed}>{formatDuration(Math.floor(elapsed / 100) * 100)}</span>
        <Button onClick={onCancel} disabled={cancelling}>
          Cancel
        </Button>
      </div>
      <ProgressBar label={stage} fraction={fraction} />
      {progress?.message && (
        <div className={styles.details}>
          <p className={styles.message}>{progress.message}</p>
          <LiveUsage samples={usage} memoryLimit={memoryLimit} />
        </div>
      )}
    </div>
  );
}
