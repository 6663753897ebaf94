import { CircleCheck, CircleX, SearchX } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useActiveDocument } from '../editor/editor-store.ts';
import { useRunStore } from '../run/run-store.ts';
import { groupProblems } from './problem-groups.ts';
import { ProblemsList } from './problems-list.tsx';
import { problemsOf } from './problems-state.ts';
import { useProblemsStore } from './problems-store.ts';
import { changeView, useProblemsView } from './problems-view.ts';

/** What is wrong with the shown strategy. */
export function ProblemsPanel() {
  const document = useActiveDocument();
  const { assessment, failure, status } = useProblemsStore();
  const record = useRunStore((state) => state.record);
  const view = useProblemsView();
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
  const groups = groupProblems(problems, view);
  if (groups.length === 0) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={`None of ${problems.length} problems match “${view.filter}”`}
        action={<Button onClick={() => changeView({ filter: '' })}>Clear the filter</Button>}
      />
    );
  }
  return <ProblemsList groups={groups} view={view} />;
}
