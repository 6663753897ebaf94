import { activeDocument } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { explainInEditor } from '../editor/reveal.ts';
import { useRunStore } from '../run/run-store.ts';
import { announce } from '../../ui/announcer.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { problemsOf, type Problem } from './problems-state.ts';
import { useProblemsStore } from './problems-store.ts';

type Spot = Pick<Problem, 'line' | 'column'>;

/** The nearest problem after a spot (1) or before it (-1); from the last one to the first and back. */
export function problemFrom<Place extends Spot>(
  problems: readonly Place[],
  { line, column }: Spot,
  step: 1 | -1,
): Place | undefined {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const ordered = step > 0 ? sorted : sorted.reverse();
  const isBeyond = (place: Spot) =>
    step * (place.line - line) > 0 || (place.line === line && step * (place.column - column) > 0);
  return ordered.find(isBeyond) ?? ordered[0];
}

/** Goes to the next problem of the shown strategy, or the one before, and explains it there. */
export function stepToProblem(step: 1 | -1): void {
  const editor = useEditorStore.getState();
  const text = activeDocument(editor)?.text;
  const findings = useProblemsStore.getState().assessment?.findings ?? [];
  const problems = problemsOf(findings, useRunStore.getState().record, text);
  const problem = problemFrom(problems, editor.cursor, step);
  if (!problem) return announce('No problems');
  explainInEditor(problem.line, problem.column);
  announce(`Line ${problem.line}: ${plainText(problem.message)}`);
}
