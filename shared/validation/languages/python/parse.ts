import type { Parser, TreeCursor } from 'web-tree-sitter';
import { kindsOf, type NodeKinds } from './node-kinds.ts';
import { SourceText } from '../javascript/source-text.ts';
import type { PythonNode } from './node.ts';
import { missingProblem, syntaxProblemOf, type SyntaxProblem } from './syntax.ts';
import { findUnreadable } from './unreadable.ts';

export type ParsedPython =
  | {
      readonly module: PythonNode;
      readonly nodes: readonly PythonNode[];
      readonly problem?: undefined;
    }
  | { readonly module?: undefined; readonly nodes?: undefined; readonly problem: SyntaxProblem };

/** Python itself reads no text that is nested half as deep. */
const deepest = 1000;

/** Parses the exact text that would run. Every failure is returned, none is thrown. */
export function parsePython(source: string, parser: Parser): ParsedPython {
  const text = new SourceText(source);
  const unreadable = findUnreadable(source);
  if (unreadable !== undefined) {
    const { at, message } = unreadable;
    return { problem: { ...text.placeOf(at, at + 1), message } };
  }
  // A carriage return alone ends a line in Python, but not a comment in the grammar.
  const tree = parser.parse(source.replace(/\r(?!\n)/g, '\n'));
  if (tree === null) throw new Error('the Python parser gave no tree');
  const cursor = tree.walk();
  try {
    return copy(cursor, kindsOf(parser), tree.rootNode.hasError, text, source);
  } finally {
    cursor.delete();
    tree.delete();
  }
}

/**
 * Every crossing into the parser's memory costs as much as a look at the node itself: the tree is
 * copied in one walk, and of signs and keywords, which have no parts and where nothing is missing are
 * as long as they are called, only what is needed.
 */
function copy(
  cursor: TreeCursor,
  kinds: NodeKinds,
  isBroken: boolean,
  text: SourceText,
  source: string,
): ParsedPython {
  const nodes: PythonNode[] = [];
  const enter = (parent: PythonNode | undefined): PythonNode => {
    const { kind, isNamed, hasField } = kinds.of(cursor.nodeTypeId);
    const start = cursor.startIndex;
    const node: PythonNode = {
      kind,
      field: hasField ? (cursor.currentFieldName ?? '') : '',
      isNamed,
      start,
      end: isNamed || isBroken ? cursor.endIndex : start + kind.length,
      parent,
      children: [],
      text,
      source,
    };
    nodes.push(node);
    parent?.children.push(node);
    return node;
  };
  let missing: SyntaxProblem | undefined;
  let depth = 0;
  const module = enter(undefined);
  for (let at: PythonNode | undefined = module; at !== undefined;) {
    if (depth > deepest) return { problem: tooDeep(at) };
    if (at.start === at.end && cursor.nodeIsMissing) missing ??= missingProblem(at);
    const problem: SyntaxProblem | undefined = syntaxProblemOf(at);
    if (problem !== undefined) return { problem: earlier(missing, problem) };
    if (cursor.gotoFirstChild()) {
      depth += 1;
      at = enter(at);
      continue;
    }
    while (at !== undefined && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      depth -= 1;
      at = at.parent;
    }
    if (at !== undefined) at = enter(at.parent);
  }
  return missing === undefined ? { module, nodes } : { problem: missing };
}

function earlier(missing: SyntaxProblem | undefined, problem: SyntaxProblem): SyntaxProblem {
  return missing ?? problem;
}

function tooDeep({ text, start }: PythonNode): SyntaxProblem {
  return {
    ...text.placeOf(start, start + 1),
    message: 'This text is nested too deeply to be read.',
  };
}
