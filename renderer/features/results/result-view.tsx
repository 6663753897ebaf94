import { useRef, useState } from 'react';
import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { ExportMenu } from './export/export-menu.tsx';
import { ResultHeader } from './header/result-header.tsx';
import { NoticeList } from './notices/notice-list.tsx';
import { runNotices } from './notices/run-notices.ts';
import { ResourcesSection } from './resources/resources-section.tsx';
import { ResultFigures } from './result-figures.tsx';
import styles from './results-pane.module.css';
import { outcomeOf } from './run-outcome.ts';
import { MismatchPanel } from './states/mismatch-panel.tsx';
import { NoDecisions } from './script-result/no-decisions.tsx';
import { isAnalysis } from '../../../shared/reports/script-result/is-analysis.ts';
import { ScriptResultSection } from './script-result/script-result-section.tsx';
import { OutcomePanel } from './states/outcome-panel.tsx';
import { TrustSection } from './trust/trust-section.tsx';

interface Props {
  readonly record: RunRecord;
  readonly onGoToLine: (line: number, column: number) => void;
  readonly onReview: () => void;
}

/** One run, whole. Figures are shown as such only if the run is done and was not refuted. */
export function ResultView({ record, onGoToLine, onReview }: Props) {
  const [trustOpen, setTrustOpen] = useState(false);
  const trust = useRef<HTMLDetailsElement>(null);
  const outcome = outcomeOf(record);
  const showTrust = () => {
    setTrustOpen(true);
    requestAnimationFrame(() => trust.current?.scrollIntoView({ block: 'start' }));
  };

  return (
    <article className={styles.result} aria-label={`Result of ${record.summary.name}`}>
      <ResultHeader
        record={record}
        onShowTrust={showTrust}
        action={outcome === 'done' && <ExportMenu runId={record.summary.runId} />}
      />
      {outcome === 'done' && (
        <>
          <NoticeList notices={runNotices(record)} onGoToLine={onGoToLine} />
          {isAnalysis(record) ? (
            <>
              <ScriptResultSection result={record.scriptResult} leads />
              <NoDecisions initialCash={record.manifest.settings.initialCash} />
            </>
          ) : (
            <ResultFigures record={record} />
          )}
        </>
      )}
      {outcome === 'mismatch' && (
        <MismatchPanel
          detail={record.error?.message ?? record.badges.verified.detail}
          figures={record.metrics.length > 0 ? <ResultFigures record={record} /> : null}
        />
      )}
      {outcome !== 'done' && outcome !== 'mismatch' && (
        <OutcomePanel record={record} onGoToLine={onGoToLine} onReview={onReview} />
      )}
      <ResourcesSection record={record} />
      <TrustSection record={record} open={trustOpen} onToggle={setTrustOpen} ref={trust} />
    </article>
  );
}
