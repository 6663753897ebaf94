import { LineChart, OctagonAlert } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useRunStore } from '../run/run-store.ts';
import { ResultView } from './result-view.tsx';
import styles from './results-pane.module.css';
import { RunningStrip } from './states/running-strip.tsx';

interface Props {
  /** Goes to a place in the editor; line and column count from 1. */
  readonly onGoToLine: (line: number, column: number) => void;
  /** Opens the review of the findings that hold up a run. */
  readonly onReview: () => void;
  /** The keys that start a run, as they are printed. */
  readonly runShortcut?: string;
}

/** The result of the last run, or of one opened from history, and the progress of the run under way. */
export function ResultsPane({ onGoToLine, onReview, runShortcut = 'Ctrl+Enter' }: Props) {
  const store = useRunStore();
  const { phase, progress, startedAt, cancelling, record, opening, failure } = store;
  const running = phase === 'running';
  const stale = running || opening;

  return (
    <div className={styles.pane} data-testid="results-pane" aria-busy={stale}>
      {running && (
        <RunningStrip
          progress={progress}
          usage={store.usage}
          memoryLimit={store.memoryLimit}
          startedAt={startedAt}
          cancelling={cancelling}
          onCancel={() => void store.cancel()}
        />
      )}
      {failure !== null && (
        <div className={styles.failure} role="alert" data-testid="run-error">
          <OctagonAlert size={14} aria-hidden />
          <p>
            <strong>{failure.message}</strong> {failure.hint}
            {record !== null && ' Below is an earlier result.'}
          </p>
        </div>
      )}
      {record !== null ? (
        <div className={styles.scroller} data-stale={stale} inert={stale}>
          <ResultView
            key={record.summary.runId}
            record={record}
            onGoToLine={onGoToLine}
            onReview={onReview}
          />
        </div>
      ) : opening ? (
        <EmptyState icon={<Spinner label="Opening the run" size={20} />} title="Opening the run" />
      ) : (
        !running && (
          <EmptyState icon={<LineChart aria-hidden />} title="No result yet">
            Press <KeyHint keys={runShortcut} /> to run the strategy in the sandbox. Its equity
            curve, figures and trades appear here, or what a script finds.
          </EmptyState>
        )
      )}
    </div>
  );
}
