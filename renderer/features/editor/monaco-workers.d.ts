/** What this window uses of Monaco's TypeScript worker, which comes without types of its own. */
declare module 'monaco-editor/language/typescript/ts.worker.js' {
  interface Span {
    readonly start: number;
    readonly length: number;
  }
  export interface Completions {
    readonly entries: readonly { readonly name: string; readonly replacementSpan?: Span }[];
  }
  export interface QuickInfo {
    readonly textSpan: Span;
  }
  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown);
    getScriptFileNames(): string[];
    getScriptVersion(fileName: string): string;
    /** The text of a model or library; what a language service reads, it reads through this. */
    _getScriptText(fileName: string): string | undefined;
    getCompletionsAtPosition(file: string, position: number): Promise<Completions | undefined>;
    getCompletionEntryDetails(file: string, position: number, entry: string): Promise<unknown>;
    getSignatureHelpItems(file: string, position: number, options: unknown): Promise<unknown>;
    getQuickInfoAtPosition(file: string, position: number): Promise<QuickInfo | undefined>;
  }
  export function initialize(create: (context: unknown, data: unknown) => TypeScriptWorker): void;
}
