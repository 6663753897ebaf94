import type { editor as Editor } from 'monaco-editor/editor/editor.api.js';
import type { Finding, Severity } from '../../../shared/validation/types.ts';
import type { Problem } from '../problems/problems-state.ts';
import styles from './editor-marks.module.css';
import { escapeMarkdown, lineNotesOf, markersOf, type LineNote } from './finding-marks.ts';
import { monaco } from './monaco.ts';
import { ruleLink } from './rule-links.ts';

const owner = 'stratbox';

/** A hostile text may have a hundred thousand findings: drawing them all would stop the typing. */
const mostMarked = 1000;

const severities: Record<Severity, number> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

/** Squiggles, points at the line's end and gutter signs for what the validation and a run found. */
export class EditorMarks {
  readonly #editor: Editor.IStandaloneCodeEditor;
  readonly #decorations: Editor.IEditorDecorationsCollection;

  constructor(editor: Editor.IStandaloneCodeEditor) {
    this.#editor = editor;
    this.#decorations = editor.createDecorationsCollection();
  }

  show(findings: readonly Finding[], runProblem: Problem | null): void {
    const model = this.#editor.getModel();
    if (!model) return this.#decorations.clear();
    const shown = findings.slice(0, mostMarked);
    const markers = markersOf(shown).map(({ ruleId, ...marker }) => ({
      ...marker,
      severity: severities[marker.severity],
      code: ruleLink(ruleId),
    }));
    monaco.editor.setModelMarkers(model, owner, markers);
    const lastLine = model.getLineCount();
    const notes = lineNotesOf(shown)
      .filter(({ line }) => line <= lastLine)
      .map((note) => this.#note(model, note));
    if (runProblem && runProblem.line <= lastLine) notes.push(this.#runNote(model, runProblem));
    this.#decorations.set(notes);
  }

  #note(
    model: Editor.ITextModel,
    { line, tone, severity, text, hover }: LineNote,
  ): Editor.IModelDeltaDecoration {
    const end = model.getLineMaxColumn(line);
    return {
      range: new monaco.Range(line, end, line, end),
      options: {
        showIfCollapsed: true,
        glyphMarginClassName: `${styles.glyph} ${styles[severity]} ${styles[tone]}`,
        // Not trusted and without HTML: the text quotes the strategy.
        glyphMarginHoverMessage: { value: hover, isTrusted: false, supportHtml: false },
        after: {
          content: `\u2003${text}`,
          inlineClassName: `${styles.note} ${styles[tone]}`,
          cursorStops: monaco.editor.InjectedTextCursorStops.None,
        },
      },
    };
  }

  #runNote(model: Editor.ITextModel, problem: Problem): Editor.IModelDeltaDecoration {
    const { line, message } = problem;
    const short = message.length > 80 ? `${message.slice(0, 80)}…` : message;
    const note = this.#note(model, {
      line,
      tone: 'critical',
      severity: 'error',
      text: short,
      hover: escapeMarkdown(message),
    });
    return {
      ...note,
      options: { ...note.options, className: styles.failedLine ?? null, isWholeLine: true },
    };
  }

  dispose(): void {
    this.#decorations.clear();
  }
}
