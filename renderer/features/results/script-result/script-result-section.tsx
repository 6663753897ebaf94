import { useMemo } from 'react';
import type { ScriptResult } from '../../../../shared/contract/models/script-result.ts';
import { scriptResultCsv } from '../../../../shared/reports/script-result/script-result-csv.ts';
import { CopyButton } from '../trust/copy-button.tsx';
import { ResultRecord } from './result-record.tsx';
import { ResultTableView } from './result-table-view.tsx';
import { ResultValue } from './result-value.tsx';
import styles from './script-result.module.css';

interface Props {
  readonly result: ScriptResult;
  /** The run has nothing else to show, so the result has the pane to itself. */
  readonly leads: boolean;
}

/** What the script left in `result`, in the form that suits it: a value, a record, a table or a chart. */
export function ScriptResultSection({ result, leads }: Props) {
  const copy = useMemo(
    () => <CopyButton name="the result as CSV" text={() => scriptResultCsv(result)} />,
    [result],
  );
  return (
    <section
      className={styles.section}
      aria-labelledby="script-result-title"
      data-testid="script-result"
      data-kind={result.kind}
    >
      {result.kind === 'value' && <ResultValue value={result.value} actions={copy} />}
      {result.kind === 'record' && <ResultRecord record={result} actions={copy} />}
      {result.kind === 'table' && <ResultTableView table={result} leads={leads} actions={copy} />}
    </section>
  );
}
