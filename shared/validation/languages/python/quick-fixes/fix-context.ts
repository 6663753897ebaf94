import type { Place, QuickFix, TextEdit } from '../../../types.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, enclosing, nameOf, namedOf, placeOf, textOf, type PythonNode } from '../node.ts';
import { argumentOf, classAround, decoratorsOf } from '../passed.ts';
import type { PythonReading } from '../read-facts.ts';
import { functions } from '../scope.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn } from '../value.ts';

/** What fixers ask about the text around a finding. */
export class FixContext {
  readonly survey: PythonSurvey;
  readonly evaluator: PythonEvaluator;
  readonly #byPlace = new Map<string, Map<string, PythonNode>>();

  constructor({ survey, evaluator }: PythonReading) {
    this.survey = survey;
    this.evaluator = evaluator;
  }

  /** The node of this kind that fills exactly this place. */
  nodeAt(place: Place, kind: string): PythonNode | undefined {
    let nodes = this.#byPlace.get(kind);
    if (nodes === undefined) {
      nodes = new Map(this.survey.ofKind(kind).map((node) => [keyOf(placeOf(node)), node]));
      this.#byPlace.set(kind, nodes);
    }
    return nodes.get(keyOf(place));
  }

  /** The paths of the language or a module that an expression can be. */
  pathsOf(node: PythonNode): readonly string[] {
    return pathsIn(this.evaluator.valuesOf(node));
  }
}

const keyOf = ({ line, column, endLine, endColumn }: Place): string =>
  `${line}:${column}-${endLine}:${endColumn}`;

export const fixWith = (title: string, ...edits: readonly TextEdit[]): QuickFix => ({
  title,
  edits,
});

export const replace = (node: PythonNode, text: string): TextEdit => ({ ...placeOf(node), text });

/** The argument that is written under this name. */
export function namedArgument(call: PythonNode, name: string): PythonNode | undefined {
  const value = argumentOf(call, -1, name);
  return value?.parent?.kind === 'keyword_argument' ? value.parent : undefined;
}

/** Takes an argument out, with the comma before or after it. */
export function removeArgument(argument: PythonNode): TextEdit | undefined {
  const all = argument.parent ? namedOf(argument.parent) : [];
  const at = all.indexOf(argument);
  const [before, after] = [all[at - 1], all[at + 1]];
  const { lines } = argument;
  if (before) return { ...lines.placeOf(before.end, argument.end), text: '' };
  if (after) return { ...lines.placeOf(argument.start, after.start), text: '' };
  return { ...placeOf(argument), text: '' };
}

/** A text written in one plain piece, with other words in it and the same quotes. */
export function reword(string: PythonNode, word: string): TextEdit | undefined {
  const content = namedOf(string).filter(({ kind }) => kind === 'string_content');
  const [only, second] = content;
  const isPlain = string.kind === 'string' && only !== undefined && second === undefined;
  return isPlain && /^['"]/.test(textOf(string)) ? replace(only, word) : undefined;
}

/** The method of a strategy of the sandbox around a node, with the name of its own self. */
export function strategyMethodAround(
  node: PythonNode,
  { evaluator }: FixContext,
):
  | { readonly method: PythonNode; readonly self: string; readonly bar: string | undefined }
  | undefined {
  const method = enclosing(node, functions);
  const owner = method && classAround(method);
  if (!method || !owner || decoratorsOf(method).length > 0) return undefined;
  const bases = namedOf(childOf(owner, 'superclasses') ?? owner);
  const isStrategy = bases.some((base) =>
    pathsIn(evaluator.valuesOf(base)).some((path) => /^stratbox:(?:Base)?Strategy$/.test(path)),
  );
  const [self, bar] = namedOf(childOf(method, 'parameters') ?? method);
  if (!isStrategy || self?.kind !== 'identifier') return undefined;
  const name = childOf(method, 'name');
  const isOnBar = name !== undefined && nameOf(name) === 'on_bar' && bar?.kind === 'identifier';
  const isKept = isOnBar && evaluator.variableOf(bar)?.bindings.length === 1;
  return { method, self: nameOf(self), bar: isKept ? nameOf(bar) : undefined };
}
