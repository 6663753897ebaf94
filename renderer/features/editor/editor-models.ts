import type { editor as Editor } from 'monaco-editor/editor/editor.api.js';
import type { OpenDocument } from './editor-state.ts';
import { monaco } from './monaco.ts';

/** Colours carry the meaning of tokens and findings here, not the depth of brackets. */
const plainBrackets = { enabled: false, independentColorPoolPerBracketType: false };

/** One Monaco model a strategy, so that each keeps its undo history, cursor and scroll position. */
export class EditorModels {
  readonly #editor: Editor.IStandaloneCodeEditor;
  readonly #onEdit: (id: string, text: string) => void;
  readonly #models = new Map<string, Editor.ITextModel>();
  readonly #viewStates = new Map<string, Editor.ICodeEditorViewState | null>();
  #shownId: string | null = null;

  constructor(editor: Editor.IStandaloneCodeEditor, onEdit: (id: string, text: string) => void) {
    this.#editor = editor;
    this.#onEdit = onEdit;
  }

  /** Shows `active` and lets go of the models of strategies that were closed. */
  show(documents: readonly OpenDocument[], active: OpenDocument | undefined): void {
    if ((active?.id ?? null) !== this.#shownId) this.#switchTo(active);
    if (active) this.#follow(active);
    const open = new Set(documents.map(({ id }) => id));
    for (const [id, model] of this.#models) {
      if (open.has(id)) continue;
      model.dispose();
      this.#models.delete(id);
      this.#viewStates.delete(id);
    }
  }

  #switchTo(active: OpenDocument | undefined): void {
    if (this.#shownId !== null) this.#viewStates.set(this.#shownId, this.#editor.saveViewState());
    this.#shownId = active?.id ?? null;
    this.#editor.setModel(active ? this.#modelOf(active) : null);
    if (!active) return;
    this.#editor.restoreViewState(this.#viewStates.get(active.id) ?? null);
    this.#editor.focus();
  }

  /** Takes over a text that was changed elsewhere, in a way that can be undone. */
  #follow({ id, text }: OpenDocument): void {
    const model = this.#models.get(id);
    if (!model || model.getValue() === text) return;
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    model.pushStackElement();
  }

  #modelOf({ id, language, text }: OpenDocument): Editor.ITextModel {
    const known = this.#models.get(id);
    if (known) return known;
    const ending = language === 'python' ? 'py' : 'js';
    const path = `/strategies/${encodeURIComponent(id)}.${ending}`;
    const uri = monaco.Uri.from({ scheme: 'file', path });
    const model = monaco.editor.createModel(text, language, uri);
    model.updateOptions({
      bracketColorizationOptions: plainBrackets,
      tabSize: language === 'python' ? 4 : 2,
    });
    model.onDidChangeContent(() => this.#onEdit(id, model.getValue()));
    this.#models.set(id, model);
    return model;
  }

  dispose(): void {
    for (const model of this.#models.values()) model.dispose();
  }
}
