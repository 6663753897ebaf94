import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { CodeText } from '../../ui/code-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useActiveDocument } from '../editor/editor-store.ts';
import { toneOfFinding } from '../editor/finding-marks.ts';
import { revealInEditor } from '../editor/reveal.ts';
import { useRunStore } from '../run/run-store.ts';
import styles from './problems-panel.module.css';
import { problemsOf, type Problem } from './problems-state.ts';
import { useProblemsStore } from './problems-store.ts';

const icons = { error: CircleX, warning: TriangleAlert, info: Info };

/** What is wrong with the shown strategy; choosing an entry goes to its place. */
export function ProblemsPanel() {
  const document = useActiveDocument();
  const { assessment, failure, status } = useProblemsStore();
  const record = useRunStore((state) => state.record);
  const problems = problemsOf(assessment?.findings ?? [], record, document?.text);

  if (failure) {
    return (
      <EmptyState icon={<CircleX />} title="The check could not be made">
        {failure.message} {failure.hint}
      </EmptyState>
    );
  }
  if (!document || (!assessment && status !== 'checking')) {
    return <EmptyState title="Nothing to check">Open a strategy to see its problems.</EmptyState>;
  }
  if (problems.length === 0) {
    return (
      <EmptyState icon={<CircleCheck />} title={assessment ? 'No problems found' : 'Checking…'}>
        {assessment && 'The check warns; the sandbox contains; the replay decides.'}
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list} data-testid="problems-list" aria-label="Problems">
      {problems.map((problem) => (
        <li key={problem.key}>
          <ProblemRow problem={problem} />
        </li>
      ))}
    </ul>
  );
}

function ProblemRow({ problem }: { readonly problem: Problem }) {
  const { severity, source, points, message, fix, line, column } = problem;
  const Icon = icons[severity];
  return (
    <button type="button" className={styles.row} onClick={() => revealInEditor(line, column)}>
      <Icon className={styles[severity]} aria-label={severity} />
      <span className={styles.text}>
        <span className={styles.message}>
          <CodeText text={message} />
        </span>
        {fix !== '' && (
          <span className={styles.fix}>
            <CodeText text={fix} />
          </span>
        )}
      </span>
      <Badge tone={toneOfFinding({ points, severity })}>
        {points > 0 ? `+${points} ` : ''}
        {source}
      </Badge>
      <span className={styles.place}>
        Ln {line}, Col {column}
      </span>
    </button>
  );
}
