import { showNotice } from '../../ui/toast.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { revealInEditor } from '../editor/reveal.ts';
import { useRunStore } from './run-store.ts';

/** Goes to a line of the shown run's source: in the open strategy that still has that text. */
export function goToLineOfRun(line: number, column: number): void {
  const { record } = useRunStore.getState();
  const { documents, activate, activeId } = useEditorStore.getState();
  const same = documents.filter(({ text }) => text === record?.source);
  const target = same.find(({ id }) => id === activeId) ?? same[0];
  if (target) {
    activate(target.id);
  } else {
    const alike = documents.find(({ name }) => name === record?.summary.name);
    if (!alike) {
      showNotice('The strategy of this run is not open.', 'Open it in the explorer first.');
      return;
    }
    activate(alike.id);
    showNotice('The code has changed since this run.', `Line ${line} may be another one now.`);
  }
  revealInEditor(line, column);
}
