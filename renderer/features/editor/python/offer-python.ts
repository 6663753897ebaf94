import type {
  editor as Editor,
  IDisposable,
  IRange,
  languages,
  Position,
} from 'monaco-editor/editor/editor.api.js';
import api from 'virtual:python-api';
import { plainText } from '../../../ui/plain-text.ts';
import { monaco } from '../monaco.ts';
import { completePython, type Completion } from './complete-python.ts';
import { explainPython, pythonCallAt } from './explain-python.ts';
import { importLineFor } from './import-line.ts';

/** Completion, hover and the parameters of calls for Python strategies, until it is disposed of. */
export function offerPython(): IDisposable {
  const offers = [
    monaco.languages.registerCompletionItemProvider('python', {
      triggerCharacters: ['.', ' '],
      provideCompletionItems(model, position, { triggerCharacter }) {
        const source = model.getValue();
        const offset = model.getOffsetAt(position);
        // After a space only where a list of names is being typed.
        if (triggerCharacter === ' ' && !/\b(?:import|from)[^\n]*$/.test(source.slice(0, offset))) {
          return { suggestions: [] };
        }
        const items = completePython(api, source, offset);
        const word = model.getWordUntilPosition(position);
        const { lineNumber } = position;
        const range = new monaco.Range(lineNumber, word.startColumn, lineNumber, word.endColumn);
        return { suggestions: items.map((item) => suggestionOf(item, source, range)) };
      },
    }),
    monaco.languages.registerHoverProvider('python', {
      provideHover(model, position) {
        const found = explainPython(api, model.getValue(), model.getOffsetAt(position));
        if (found === undefined) return null;
        const { name, owner, start, end } = found;
        const heading = `${owner === undefined ? '' : `${owner}.`}${name.name}${name.signature}`;
        return {
          range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
          contents: [
            { value: `\`\`\`python\n${heading}\n\`\`\`` },
            { value: plainText(name.docstring) },
          ],
        };
      },
    }),
    monaco.languages.registerSignatureHelpProvider('python', {
      signatureHelpTriggerCharacters: ['(', ','],
      provideSignatureHelp: (model, position) => signatureAt(model, position),
    }),
  ];
  return { dispose: () => offers.forEach((offer) => offer.dispose()) };
}

function signatureAt(
  model: Editor.ITextModel,
  position: Position,
): languages.SignatureHelpResult | null {
  const call = pythonCallAt(api, model.getValue(), model.getOffsetAt(position));
  if (call === undefined) return null;
  const { name, parameters, active } = call;
  return {
    value: {
      activeSignature: 0,
      activeParameter: active,
      signatures: [
        {
          label: `${name.name}${name.signature}`,
          documentation: { value: plainText(name.docstring) },
          parameters: parameters.map((label) => ({ label })),
        },
      ],
    },
    dispose: () => undefined,
  };
}

const kinds: Readonly<Record<Completion['kind'], keyof typeof languages.CompletionItemKind>> = {
  class: 'Class',
  function: 'Function',
  method: 'Method',
  property: 'Property',
  value: 'Variable',
  module: 'Module',
  keyword: 'Keyword',
  snippet: 'Snippet',
};

function suggestionOf(
  { label, kind, detail, docstring, text, importLine }: Completion,
  source: string,
  range: IRange,
): languages.CompletionItem {
  const addition = importLine === undefined ? undefined : importLineFor(source, label);
  return {
    label,
    kind: monaco.languages.CompletionItemKind[kinds[kind]],
    detail,
    documentation: { value: plainText(docstring) },
    insertText: text,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
    range,
    ...(addition && { additionalTextEdits: [addition] }),
  };
}
