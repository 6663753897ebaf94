import {
  initialize,
  TypeScriptWorker,
  type Completions,
  type QuickInfo,
} from 'monaco-editor/language/typescript/ts.worker.js';
import { writeTypes, type TypedText } from './typed-parameters.ts';

const ending = '.typed.js';
const isTwin = (fileName: string) => fileName.endsWith(ending);
const twinOf = (fileName: string) => fileName + ending;
const ownOf = (fileName: string) => fileName.slice(0, -ending.length);
const isStrategy = (fileName: string) => fileName.startsWith('file:///strategies/');

/**
 * Completion and hover with the types of `onBar`'s and `onBars`' parameters. Beside each strategy
 * stands a twin with the types written in; questions about the one are asked of the other.
 */
class StrategyTypesWorker extends TypeScriptWorker {
  override getScriptFileNames(): string[] {
    const names = super.getScriptFileNames();
    return [...names, ...names.filter(isStrategy).map(twinOf)];
  }

  override getScriptVersion(fileName: string): string {
    return super.getScriptVersion(isTwin(fileName) ? ownOf(fileName) : fileName);
  }

  override _getScriptText(fileName: string): string | undefined {
    if (!isTwin(fileName)) return super._getScriptText(fileName);
    return this.#typed(ownOf(fileName)).text;
  }

  override async getCompletionsAtPosition(
    file: string,
    position: number,
  ): Promise<Completions | undefined> {
    const { toTyped, toOwn } = this.#typed(file);
    const found = await super.getCompletionsAtPosition(twinOf(file), toTyped(position));
    const entries = found?.entries.map((entry) => {
      const span = entry.replacementSpan;
      return span ? { ...entry, replacementSpan: { ...span, start: toOwn(span.start) } } : entry;
    });
    return found && entries ? { ...found, entries } : undefined;
  }

  override getCompletionEntryDetails(file: string, position: number, entry: string) {
    const typed = this.#typed(file).toTyped(position);
    return super.getCompletionEntryDetails(twinOf(file), typed, entry);
  }

  override getSignatureHelpItems(file: string, position: number, options: unknown) {
    const typed = this.#typed(file).toTyped(position);
    return super.getSignatureHelpItems(twinOf(file), typed, options);
  }

  override async getQuickInfoAtPosition(
    file: string,
    position: number,
  ): Promise<QuickInfo | undefined> {
    const { toTyped, toOwn } = this.#typed(file);
    const found = await super.getQuickInfoAtPosition(twinOf(file), toTyped(position));
    return (
      found && { ...found, textSpan: { ...found.textSpan, start: toOwn(found.textSpan.start) } }
    );
  }

  #typed(fileName: string): TypedText {
    return writeTypes(super._getScriptText(fileName) ?? '');
  }
}

// The first message begins the worker; Monaco's own handler, set when it was imported, goes.
self.onmessage = () => {
  initialize((context, data) => new StrategyTypesWorker(context, data));
};
