import type * as Monaco from 'monaco-editor/editor/editor.api.js';

interface Palette {
  readonly base: 'vs-dark' | 'vs';
  readonly text: string;
  readonly comment: string;
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  readonly type: string;
  readonly colors: Record<string, string>;
}

const dark: Palette = {
  base: 'vs-dark',
  text: 'd7dae0',
  comment: '8a919d',
  keyword: 'c792ea',
  string: '9ccc8a',
  number: 'e5a66b',
  type: '6fc1d6',
  colors: {
    'editor.background': '#131416',
    'editor.foreground': '#d7dae0',
    'editor.lineHighlightBackground': '#1a1c1f',
    'editor.lineHighlightBorder': '#00000000',
    'editor.selectionBackground': '#2b4468',
    'editorLineNumber.foreground': '#8a919d',
    'editorLineNumber.dimmedForeground': '#8a919d',
    'editorLineNumber.activeForeground': '#c3c8d0',
    'editorIndentGuide.background1': '#22252a',
    'editorIndentGuide.activeBackground1': '#3b4048',
    'editorWidget.background': '#22252a',
    'editorWidget.border': '#3b4048',
    'editorHoverWidget.background': '#22252a',
    'editorHoverWidget.border': '#3b4048',
    'editorSuggestWidget.background': '#22252a',
    'editorSuggestWidget.border': '#3b4048',
    'editorError.foreground': '#ff7b7b',
    'editorWarning.foreground': '#e2b03f',
    'editorInfo.foreground': '#5b9dff',
    'menu.background': '#22252a',
    'menu.foreground': '#d7dae0',
    'menu.border': '#3b4048',
    'editorActionList.background': '#22252a',
    'editorActionList.foreground': '#d7dae0',
    'editorActionList.focusBackground': '#31363d',
    'editorActionList.focusForeground': '#ffffff',
    'editor.findMatchHighlightBackground': '#2b446899',
    'editorOverviewRuler.errorForeground': '#ff7b7b',
    'editorOverviewRuler.warningForeground': '#e2b03f',
    'editorCursor.foreground': '#5b9dff',
    'scrollbar.shadow': '#00000000',
    focusBorder: '#6ea8ff',
  },
};

const light: Palette = {
  base: 'vs',
  text: '24292f',
  comment: '626a76',
  keyword: '8a2fb8',
  string: '2c6e1f',
  number: '9a4a00',
  type: '0b6a82',
  colors: {
    'editor.background': '#ffffff',
    'editor.foreground': '#24292f',
    'editor.lineHighlightBackground': '#f5f6f8',
    'editor.lineHighlightBorder': '#00000000',
    'editor.selectionBackground': '#c6dcfb',
    'editorLineNumber.foreground': '#68707d',
    'editorLineNumber.dimmedForeground': '#68707d',
    'editorLineNumber.activeForeground': '#1c1f24',
    'editorIndentGuide.background1': '#eceef1',
    'editorIndentGuide.activeBackground1': '#c3c9d1',
    'editorWidget.background': '#ffffff',
    'editorWidget.border': '#c3c9d1',
    'editorHoverWidget.background': '#ffffff',
    'editorHoverWidget.border': '#c3c9d1',
    'editorSuggestWidget.background': '#ffffff',
    'editorSuggestWidget.border': '#c3c9d1',
    'editorError.foreground': '#bf2126',
    'editorWarning.foreground': '#855a00',
    'editorInfo.foreground': '#1f5fcf',
    'menu.background': '#ffffff',
    'menu.foreground': '#24292f',
    'menu.border': '#c3c9d1',
    'editorActionList.background': '#ffffff',
    'editorActionList.foreground': '#24292f',
    'editorActionList.focusBackground': '#dde8f8',
    'editorActionList.focusForeground': '#1c1f24',
    'editor.findMatchHighlightBackground': '#c6dcfb99',
    'editorOverviewRuler.errorForeground': '#bf2126',
    'editorOverviewRuler.warningForeground': '#855a00',
    'editorCursor.foreground': '#1f5fcf',
    'scrollbar.shadow': '#00000000',
    focusBorder: '#2563d4',
  },
};

export const themeNames = { dark: 'stratbox-dark', light: 'stratbox-light' } as const;

/** The editor's colours: the tokens of ui/tokens.css, which Monaco cannot read. */
export function defineThemes({ editor }: Pick<typeof Monaco, 'editor'>): void {
  for (const [name, palette] of [
    [themeNames.dark, dark],
    [themeNames.light, light],
  ] as const) {
    const { base, text, comment, keyword, string, number, type, colors } = palette;
    editor.defineTheme(name, {
      base,
      inherit: true,
      colors,
      rules: [
        { token: '', foreground: text },
        { token: 'comment', foreground: comment },
        { token: 'keyword', foreground: keyword },
        { token: 'string', foreground: string },
        { token: 'regexp', foreground: string },
        { token: 'number', foreground: number },
        { token: 'type', foreground: type },
        { token: 'type.identifier', foreground: type },
      ],
    });
  }
}
