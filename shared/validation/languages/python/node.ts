import type { Place } from '../../types.ts';
import type { SourceLines } from '../source-lines.ts';
import type { Variable } from './scope.ts';
import type { Values } from './value.ts';

/** One node of a Python text: plain, so that looking at it costs nothing beyond the first walk. */
export interface PythonNode {
  /** The grammar's name for it; a keyword or a sign stands for itself. */
  readonly kind: string;
  /** The part it plays in its parent; empty where it has no name. */
  readonly field: string;
  readonly isNamed: boolean;
  readonly start: number;
  readonly end: number;
  readonly parent: PythonNode | undefined;
  readonly children: PythonNode[];
  readonly lines: SourceLines;
  readonly source: string;
  /** Of a name, once it was asked for: most are asked for three times. */
  name: string | undefined;
  /** What the evaluator knows of it, here because a table by node takes longer than the work itself. */
  values: Values | undefined;
  /** A name that is bound here, not read. */
  isBound: boolean;
  /** Its values are being followed. */
  isOpen: boolean;
  /** The variable that a name reads; null for none. */
  variable: Variable | null | undefined;
}

export const textOf = ({ source, start, end }: PythonNode): string => source.slice(start, end);

export const placeOf = ({ lines, start, end }: PythonNode): Place => lines.placeOf(start, end);

export function childOf(node: PythonNode, field: string): PythonNode | undefined {
  for (const child of node.children) if (child.field === field) return child;
  return undefined;
}

export function childrenOf(node: PythonNode, field: string): PythonNode[] {
  return node.children.filter((child) => child.field === field);
}

/** What a reader would call its parts: no signs, no comments. */
export function namedOf(node: PythonNode): PythonNode[] {
  const named: PythonNode[] = [];
  for (const child of node.children) {
    if (child.isNamed && child.kind !== 'comment') named.push(child);
  }
  return named;
}

/** Names are compared as the language does: NFKC, so that `ｅval` is `eval`. */
export function nameOf(node: PythonNode): string {
  return (node.name ??= normalized(textOf(node)));
}

function normalized(name: string): string {
  for (let at = 0; at < name.length; at += 1) {
    if (name.charCodeAt(at) > 127) return name.normalize('NFKC');
  }
  return name;
}

/** Whether `node` is, or lies in, the part of `ancestor` that has this name. */
export function liesIn(node: PythonNode, ancestor: PythonNode, field: string): boolean {
  let at: PythonNode | undefined = node;
  while (at !== undefined && at.parent !== ancestor) at = at.parent;
  return at?.field === field;
}

/** The nearest ancestor of one of these kinds. */
export function enclosing(node: PythonNode, kinds: ReadonlySet<string>): PythonNode | undefined {
  let at = node.parent;
  while (at !== undefined && !kinds.has(at.kind)) at = at.parent;
  return at;
}

/** All nodes below, itself first, in the order of the text. */
export function* descendants(node: PythonNode): Generator<PythonNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** The expression without the parentheses around it. */
export function bare(node: PythonNode): PythonNode {
  let at = node;
  while (at.kind === 'parenthesized_expression') {
    const [inner] = namedOf(at);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}
