import { runCommand } from '../palette/commands.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { runProblemOf } from '../problems/problems-state.ts';
import { useRunStore } from '../run/run-store.ts';
import { resolvedTheme, subscribeToTheme } from '../settings/theme.ts';
import { editorOptions } from './editor-options.ts';
import { activeDocument } from './editor-state.ts';
import { useEditorStore } from './editor-store.ts';
import { EditorMarks } from './editor-marks.ts';
import { EditorModels } from './editor-models.ts';
import { monaco } from './monaco.ts';
import { themeNames } from './monaco-themes.ts';
import { offerQuickFixes, rangeOf } from './offer-quick-fixes.ts';
import { offerPython } from './python/offer-python.ts';
import { attachEditorView } from './reveal.ts';
import { openRuleLinks } from './rule-links.ts';

/** Puts Monaco into `container` and keeps it in step with the stores until the returned call. */
export function mountEditor(container: HTMLElement): () => void {
  const store = useEditorStore;
  const editor = monaco.editor.create(container, {
    ...editorOptions,
    theme: themeNames[resolvedTheme()],
  });
  const models = new EditorModels(editor, (id, text) => store.getState().edit(id, text));
  const marks = new EditorMarks(editor);

  const mark = () => {
    const document = activeDocument(store.getState());
    const { documentId, assessment, judgedText } = useProblemsStore.getState();
    const isShown = document?.id === documentId && assessment !== null;
    // What is marked already moves along with the text until the newer one has been judged.
    if (isShown && document?.text !== judgedText) return;
    const findings = isShown ? assessment.findings : [];
    marks.show(findings, runProblemOf(useRunStore.getState().record, document?.text));
  };
  const tellCursor = () => {
    const position = editor.getPosition();
    if (!position) return;
    store.getState().moveCursor({ line: position.lineNumber, column: position.column });
  };
  // One palette for the whole window: Monaco's menu opens it too. Monaco loads its own late, and the
  // last one to take the name has it, so it is taken anew before each menu.
  let palette: { dispose(): void } | undefined;
  const takePalette = () => {
    palette?.dispose();
    palette = monaco.editor.registerCommand('editor.action.quickCommand', () =>
      runCommand('view.palette'),
    );
  };
  const listeners = [
    offerQuickFixes(),
    offerPython(),
    openRuleLinks(),
    editor.onContextMenu(takePalette),
    editor.onDidChangeCursorPosition(tellCursor),
    editor.onDidChangeModel(tellCursor),
  ];
  const sync = () => {
    const state = store.getState();
    models.show(state.documents, activeDocument(state));
    mark();
  };
  sync();

  const undo = [
    store.subscribe((state, previous) => {
      if (state.documents !== previous.documents || state.activeId !== previous.activeId) sync();
    }),
    useProblemsStore.subscribe((state, previous) => {
      if (state.assessment !== previous.assessment) mark();
    }),
    useRunStore.subscribe((state, previous) => {
      if (state.record !== previous.record) mark();
    }),
    subscribeToTheme((theme) => monaco.editor.setTheme(themeNames[theme])),
    attachEditorView({
      focus: () => editor.focus(),
      reveal: ({ line, column }) => {
        editor.setPosition({ lineNumber: line, column });
        editor.revealPositionInCenterIfOutsideViewport({ lineNumber: line, column });
        editor.focus();
      },
      explain: () =>
        editor.trigger('problems', 'editor.action.showHover', { focus: 'noAutoFocus' }),
      applyEdits: (judgedText, edits) => {
        const model = editor.getModel();
        if (model?.getValue() !== judgedText) return false;
        editor.pushUndoStop();
        editor.executeEdits(
          'quick-fix',
          edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })),
        );
        editor.pushUndoStop();
        return true;
      },
    }),
  ];

  return () => {
    for (const stop of undo) stop();
    for (const listener of listeners) listener.dispose();
    palette?.dispose();
    marks.dispose();
    models.dispose();
    editor.dispose();
  };
}
