import { create } from 'zustand';
import type { OpenDocument } from '../editor/editor-state.ts';
import type { ParameterTexts } from './parameter-values.ts';
import { readParameters, type NamedParameter } from './read-parameters.ts';
import { readPythonParameters } from './read-python-parameters.ts';

interface ParameterStore {
  /** What each open strategy declares, as last understood. */
  readonly declared: Readonly<Record<string, readonly NamedParameter[]>>;
  readonly texts: Readonly<Record<string, ParameterTexts>>;
  /** Reads the declarations of a strategy's text; half-typed code keeps the last ones. */
  readonly read: (document: Pick<OpenDocument, 'id' | 'text' | 'language'>) => void;
  readonly type: (documentId: string, name: string, text: string) => void;
  readonly reset: (documentId: string) => void;
}

export const useParameterStore = create<ParameterStore>()((set) => ({
  declared: {},
  texts: {},
  read({ id, text, language }) {
    const parameters = language === 'python' ? readPythonParameters(text) : readParameters(text);
    if (parameters === null) return;
    set(({ declared }) => ({ declared: { ...declared, [id]: parameters } }));
  },
  type: (documentId, name, text) =>
    set(({ texts }) => ({
      texts: { ...texts, [documentId]: { ...texts[documentId], [name]: text } },
    })),
  reset: (documentId) => set(({ texts }) => ({ texts: { ...texts, [documentId]: {} } })),
}));

const none: readonly NamedParameter[] = [];
const untouched: ParameterTexts = {};

export function parametersOf(
  { declared, texts }: Pick<ParameterStore, 'declared' | 'texts'>,
  documentId: string | undefined,
): {
  readonly parameters: readonly NamedParameter[];
  readonly texts: ParameterTexts;
  /** False while the code could not be read even once. */
  readonly known: boolean;
} {
  if (documentId === undefined) return { parameters: none, texts: untouched, known: false };
  const parameters = declared[documentId];
  return {
    parameters: parameters ?? none,
    texts: texts[documentId] ?? untouched,
    known: parameters !== undefined,
  };
}
