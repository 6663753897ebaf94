// Only what a strategy's editor needs of Monaco: no diff editor, no palette of its own, two languages.
import 'monaco-editor/features/anchorSelect/register.js';
import 'monaco-editor/features/bracketMatching/register.js';
import 'monaco-editor/features/caretOperations/register.js';
import 'monaco-editor/features/clipboard/register.js';
import 'monaco-editor/features/codeAction/register.js';
import 'monaco-editor/features/codeEditor/register.js';
import 'monaco-editor/features/codicon/register.js';
import 'monaco-editor/features/comment/register.js';
import 'monaco-editor/features/contextmenu/register.js';
import 'monaco-editor/features/cursorUndo/register.js';
import 'monaco-editor/features/dnd/register.js';
import 'monaco-editor/features/documentSymbols/register.js';
import 'monaco-editor/features/find/register.js';
import 'monaco-editor/features/folding/register.js';
import 'monaco-editor/features/fontZoom/register.js';
import 'monaco-editor/features/format/register.js';
import 'monaco-editor/features/gotoError/register.js';
import 'monaco-editor/features/gotoLine/register.js';
import 'monaco-editor/features/gotoSymbol/register.js';
import 'monaco-editor/features/hover/register.js';
import 'monaco-editor/features/indentation/register.js';
import 'monaco-editor/features/linesOperations/register.js';
import 'monaco-editor/features/lineSelection/register.js';
import 'monaco-editor/features/longLinesHelper/register.js';
import 'monaco-editor/features/multicursor/register.js';
import 'monaco-editor/features/parameterHints/register.js';
import 'monaco-editor/features/quickOutline/register.js';
import 'monaco-editor/features/readOnlyMessage/register.js';
import 'monaco-editor/features/referenceSearch/register.js';
import 'monaco-editor/features/rename/register.js';
import 'monaco-editor/features/smartSelect/register.js';
import 'monaco-editor/features/snippet/register.js';
import 'monaco-editor/features/suggest/register.js';
import 'monaco-editor/features/toggleTabFocusMode/register.js';
import 'monaco-editor/features/tokenization/register.js';
import 'monaco-editor/features/unicodeHighlighter/register.js';
import 'monaco-editor/features/unusualLineTerminators/register.js';
import 'monaco-editor/features/wordHighlighter/register.js';
import 'monaco-editor/features/wordOperations/register.js';
import 'monaco-editor/features/wordPartOperations/register.js';
// The parts that those modules leave out, though Monaco's own index has them: commands, completion.
import 'monaco-editor/editor/browser/coreCommands.js';
import 'monaco-editor/editor/contrib/caretOperations/browser/caretOperations.js';
import 'monaco-editor/editor/contrib/gotoSymbol/browser/goToCommands.js';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
// Asked for by parts that come with those above, and without them an error at every change of size.
import 'monaco-editor/editor/common/services/treeViewsDndService.js';
import 'monaco-editor/editor/contrib/codelens/browser/codeLensCache.js';
import 'monaco-editor/editor/common/standaloneStrings.js';
import 'monaco-editor/languages/definitions/javascript/register.js';
import 'monaco-editor/languages/definitions/python/register.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import * as monaco from 'monaco-editor/editor/editor.api.js';
import StrategyTypesWorker from './strategy-types.worker.ts?worker';
import * as typescript from 'monaco-editor/languages/features/typescript/register.js';
import indicatorTypes from '../../../shared/strategy/indicator-types.d.ts?raw';
import stratboxTypes from '../../../shared/strategy/stratbox.d.ts?raw';
import { defineThemes } from './monaco-themes.ts';

self.MonacoEnvironment = {
  getWorker: (_moduleId, label) =>
    label === 'javascript' ? new StrategyTypesWorker() : new EditorWorker(),
};

const { javascriptDefaults, typescriptDefaults, ScriptTarget } = typescript;

javascriptDefaults.setCompilerOptions({
  target: ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  // No DOM: what is completed is what the sandbox has.
  lib: ['es2023'],
  allowJs: true,
  checkJs: true,
  allowNonTsExtensions: true,
  noEmit: true,
});
// Types serve completion and hover. What is wrong with a strategy is said by the validation alone,
// so that one mistake is never reported twice in different words.
javascriptDefaults.setDiagnosticsOptions({
  noSemanticValidation: true,
  noSyntaxValidation: true,
  noSuggestionDiagnostics: true,
});
// Among TypeScript's as well: it is there that Monaco looks for the text of a definition.
for (const defaults of [javascriptDefaults, typescriptDefaults]) {
  defaults.addExtraLib(stratboxTypes, 'file:///node_modules/stratbox/index.d.ts');
  defaults.addExtraLib(indicatorTypes, 'file:///node_modules/stratbox/indicators.d.ts');
}
javascriptDefaults.addExtraLib(
  'declare const console: { log(...values: any[]): void; warn(...values: any[]): void; error(...values: any[]): void };',
  'file:///sandbox.d.ts',
);
javascriptDefaults.setEagerModelSync(true);
// What Stratbox itself declares has no tab to go to: it is shown in place.
monaco.editor.registerEditorOpener({
  openCodeEditor(source, resource) {
    if (source.getModel()?.uri.toString() === resource.toString()) return false;
    source.trigger('opener', 'editor.action.peekDefinition', null);
    return true;
  },
});
defineThemes(monaco);

export { monaco };
