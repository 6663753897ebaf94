import type { Place, QuickFix, TextEdit } from '../../../types.ts';
import type { Evaluator } from '../evaluate.ts';
import { parentOf, placeOf, type AnyNode, type NodeOf } from '../node.ts';
import type { Reading } from '../read-facts.ts';
import type { Survey } from '../survey.ts';

/** Kinds of node that findings mark. */
type Marked = 'CallExpression' | 'NewExpression' | 'MemberExpression' | 'Literal';

/** What fixers ask about the text around a finding. */
export class FixContext {
  readonly source: string;
  readonly survey: Survey;
  readonly evaluator: Evaluator;
  readonly #byPlace = new Map<Marked, Map<string, AnyNode>>();
  #lineStarts: readonly number[] | undefined;
  #foreignWords: readonly AnyNode[] | undefined;

  constructor({ facts, survey, evaluator }: Reading) {
    this.source = facts.source;
    this.survey = survey;
    this.evaluator = evaluator;
  }

  /** The node of this kind that fills exactly this place. */
  nodeAt<Type extends Marked>(place: Place, type: Type): NodeOf<Type> | undefined {
    let nodes = this.#byPlace.get(type);
    if (nodes === undefined) {
      nodes = new Map(this.survey.ofType(type).map((node) => [keyOf(placeOf(node)), node]));
      this.#byPlace.set(type, nodes);
    }
    return nodes.get(keyOf(place)) as NodeOf<Type> | undefined;
  }

  /** Where a place begins in the source. */
  offsetOf({ line, column }: Pick<Place, 'line' | 'column'>): number {
    this.#lineStarts ??= [0, ...Array.from(this.source.matchAll(/\r\n|\r|\n/g), endOf)];
    return (this.#lineStarts[line - 1] ?? 0) + column - 1;
  }

  /** Names, texts and patterns with other characters than those of code. */
  get foreignWords(): readonly AnyNode[] {
    this.#foreignWords ??= [
      ...this.survey.ofType('Identifier'),
      ...this.survey.ofType('PrivateIdentifier'),
      ...this.survey.ofType('Literal'),
      ...this.survey.ofType('TemplateElement'),
    ].filter((node) => /[^\x00-\x7f]/.test(this.textOf(node)));
    return this.#foreignWords;
  }

  textOf({ start, end }: AnyNode): string {
    return this.source.slice(start, end);
  }
}

const endOf = (match: RegExpExecArray): number => match.index + match[0].length;

const keyOf = ({ line, column, endLine, endColumn }: Place): string =>
  `${line}:${column}-${endLine}:${endColumn}`;

/** The call whose callee this is, written plainly: not `f?.()`, not `new f()`. */
export function callOf(callee: AnyNode): NodeOf<'CallExpression'> | undefined {
  const call = parentOf(callee);
  if (call?.type !== 'CallExpression' || call.callee !== callee || call.optional) return undefined;
  return call;
}

/** The name of a plain member, `x.name`. */
export function memberName(node: AnyNode): NodeOf<'Identifier'> | undefined {
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  return node.property.type === 'Identifier' ? node.property : undefined;
}

/** Reading it twice gives the same and does nothing: names and plain members of them. */
export function canRepeat(node: AnyNode): boolean {
  if (node.type === 'MemberExpression') return !!memberName(node) && canRepeat(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression' || node.type === 'Literal';
}

export const replace = ({ line, column, endLine, endColumn }: Place, text: string): TextEdit => ({
  line,
  column,
  endLine,
  endColumn,
  text,
});

export const insertBefore = (node: AnyNode, text: string): TextEdit => {
  const { line, column } = placeOf(node);
  return { line, column, endLine: line, endColumn: column, text };
};

export const insertAfter = (node: AnyNode, text: string): TextEdit => {
  const { endLine, endColumn } = placeOf(node);
  return { line: endLine, column: endColumn, endLine, endColumn, text };
};

export const fixWith = (title: string, ...edits: readonly TextEdit[]): QuickFix => ({
  title,
  edits,
});
