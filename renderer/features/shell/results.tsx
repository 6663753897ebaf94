import { printShortcut, shortcutOf } from '../palette/shortcuts.ts';
import { ResultsPane } from '../results/results-pane.tsx';
import { goToLineOfRun } from '../run/go-to-line.ts';
import { runStrategy } from '../run/run-strategy.ts';

/** The results with their ways back into the editor. */
export function Results() {
  return (
    <ResultsPane
      onGoToLine={goToLineOfRun}
      onReview={() => void runStrategy()}
      runShortcut={printShortcut(shortcutOf('run.start'))}
    />
  );
}
