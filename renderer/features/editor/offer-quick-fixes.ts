import type { editor as Editor, languages, Range } from 'monaco-editor/editor/editor.api.js';
import type { Finding, Place, TextEdit } from '../../../shared/validation/types.ts';
import { plainText } from '../../ui/plain-text.ts';
import { editsOfAll } from '../problems/quick-fix-edits.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { monaco } from './monaco.ts';

export const rangeOf = ({ line, column, endLine, endColumn }: Place): Range =>
  new monaco.Range(line, column, endLine, endColumn);

/** The findings whose places hold for this text: those of an older one would change the wrong place. */
function findingsOf(model: Editor.ITextModel): readonly Finding[] {
  const { assessment, judgedText } = useProblemsStore.getState();
  return assessment && judgedText === model.getValue() ? assessment.findings : [];
}

/** The light bulb, Ctrl+. and the hover's "Quick Fix", until it is disposed of. */
export function offerQuickFixes() {
  return monaco.languages.registerCodeActionProvider(['javascript', 'python'], {
    provideCodeActions(model, range, { markers }) {
      const findings = findingsOf(model);
      const actions = findings
        .filter((finding) => monaco.Range.areIntersectingOrTouching(rangeOf(finding), range))
        .flatMap(({ quickFix, ...finding }): languages.CodeAction[] =>
          quickFix
            ? [
                {
                  title: plainText(quickFix.title),
                  kind: 'quickfix',
                  isPreferred: true,
                  diagnostics: markers.filter((marker) => isMarkerOf(marker, finding)),
                  edit: editOf(model, quickFix.edits),
                },
              ]
            : [],
        );
      const { edits, count } = editsOfAll(findings);
      if (actions.length > 0 && count > 1) {
        const title = `Fix all ${count} findings`;
        actions.push({ title, kind: 'quickfix', edit: editOf(model, edits) });
      }
      return { actions, dispose: () => undefined };
    },
  });
}

const isMarkerOf = (marker: Editor.IMarkerData, { line, column }: Place): boolean =>
  marker.startLineNumber === line && marker.startColumn === column;

/** Monaco refuses it when the text has changed meanwhile. */
function editOf(model: Editor.ITextModel, edits: readonly TextEdit[]): languages.WorkspaceEdit {
  return {
    edits: edits.map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: rangeOf(edit), text: edit.text },
    })),
  };
}
