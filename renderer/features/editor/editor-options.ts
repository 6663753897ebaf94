import type { editor } from 'monaco-editor/editor/editor.api.js';

export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  model: null,
  ariaLabel: 'Strategy source',
  fontSize: 13,
  lineHeight: 20,
  fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Code', 'DejaVu Sans Mono', monospace",
  minimap: { enabled: false },
  glyphMargin: true,
  folding: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  padding: { top: 8, bottom: 8 },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  renderLineHighlight: 'all',
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  tabSize: 2,
  wordBasedSuggestions: 'currentDocument',
  quickSuggestions: { other: true, comments: false, strings: false },
  fixedOverflowWidgets: true,
  // The menu's styles do not reach into a shadow tree: it would be drawn without a background.
  useShadowDOM: false,
  // Hidden text is a way to smuggle code past a reader's eyes, so it is shown.
  unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true },
  renderControlCharacters: true,
  // A click on a text's own link must not lead out of the window.
  links: false,
  dropIntoEditor: { enabled: false },
  lightbulb: { enabled: 'onCode' as editor.ShowLightbulbIconMode },
};
