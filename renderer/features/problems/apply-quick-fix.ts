import { announce } from '../../ui/announcer.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { showNotice } from '../../ui/toast.ts';
import { applyToEditor } from '../editor/reveal.ts';
import type { QuickFix } from '../../../shared/validation/types.ts';
import { useProblemsStore } from './problems-store.ts';
import { editsOfAll } from './quick-fix-edits.ts';

/** Makes the change in the editor, as one step of its undo history. */
export function applyQuickFix({ title, edits }: QuickFix): void {
  const { judgedText } = useProblemsStore.getState();
  if (judgedText !== null && applyToEditor(judgedText, edits)) {
    return announce(`Done: ${plainText(title)}`);
  }
  showNotice('The text has changed meanwhile.', 'Its problems are looked for again: then fix it.');
}

/** Makes every change that touches no other, as one step. */
export function applyAllQuickFixes(): void {
  const { edits, count } = editsOfAll(useProblemsStore.getState().assessment?.findings ?? []);
  if (count > 0) applyQuickFix({ title: `${count} fixed`, edits });
}
