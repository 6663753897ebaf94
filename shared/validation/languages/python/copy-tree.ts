import type { TreeCursor } from 'web-tree-sitter';
import type { SourceLines } from '../source-lines.ts';
import type { NodeKind, NodeKinds } from './node-kinds.ts';
import type { PythonNode } from './node.ts';
import { missingProblem, syntaxProblemOf, type SyntaxProblem } from './syntax.ts';

/** The parser's tree, which is deleted after the copy. */
export interface ParsedTree {
  readonly cursor: TreeCursor;
  readonly kinds: NodeKinds;
  readonly isBroken: boolean;
  readonly lines: SourceLines;
  readonly source: string;
}

export type CopiedTree =
  | {
      readonly module: PythonNode;
      readonly nodes: readonly PythonNode[];
      readonly problem?: undefined;
    }
  | { readonly module?: undefined; readonly nodes?: undefined; readonly problem: SyntaxProblem };

/** Python itself reads no text that is nested half as deep. */
const deepest = 1000;

/** What has no parts shares one list, into which nothing is ever put. */
const noParts: PythonNode[] = [];

type Writable = { -readonly [Key in keyof PythonNode]: PythonNode[Key] };

/** A node whose parts are being copied. */
interface Branch {
  readonly node: Writable;
  readonly kind: NodeKind;
  readonly above: Branch | undefined;
  readonly depth: number;
}

/**
 * Copies the tree in one walk. Every crossing into the parser's memory costs as much as a look at the
 * node itself, so what follows from the grammar is not asked: signs, which have no parts, are passed
 * over, and a node begins with its first part and ends with its last. In a broken text nothing follows.
 */
export function copyTree(tree: ParsedTree): CopiedTree {
  const { cursor, kinds, isBroken } = tree;
  const nodes: PythonNode[] = [];
  let missing: SyntaxProblem | undefined;
  let branch: Branch | undefined;
  let isFirst = false;
  do {
    const kind = kinds.of(cursor.nodeTypeId);
    let end = unknownEnd;
    if (isBroken || !kind.isSign) {
      const node = nodeAt(tree, kind, branch, isFirst);
      nodes.push(node);
      if (branch !== undefined && branch.depth > deepest) return { problem: tooDeep(node) };
      if (isBroken && node.start === node.end && cursor.nodeIsMissing) {
        missing ??= missingProblem(node);
      }
      isFirst = !kind.isLeaf && cursor.gotoFirstChild();
      if (!isFirst && node.end === unknownEnd) node.end = endOfLeaf(tree, kind, node);
      const problem = syntaxProblemOf(node, kind.isSuspect);
      if (problem !== undefined) return { problem: missing ?? problem };
      if (isFirst) {
        branch = { node, kind, above: branch, depth: (branch?.depth ?? 0) + 1 };
        continue;
      }
      end = node.end;
    }
    isFirst = false;
    while (branch !== undefined && !cursor.gotoNextSibling()) {
      const { node }: Branch = branch;
      if (node.end === unknownEnd) node.end = end === unknownEnd ? cursor.endIndex : end;
      end = node.end;
      cursor.gotoParent();
      branch = branch.above;
    }
  } while (branch !== undefined);
  return missing === undefined ? { module: nodes[0] as PythonNode, nodes } : { problem: missing };
}

/** Until the last part of a node is copied. */
const unknownEnd = -1;

function nodeAt(
  tree: ParsedTree,
  kind: NodeKind,
  branch: Branch | undefined,
  isFirst: boolean,
): Writable {
  const { cursor, isBroken, lines, source } = tree;
  const parent = branch?.node;
  const startsWithParent = isFirst && !isBroken && branch?.kind.isExact === true;
  const node: Writable = {
    kind: kind.kind,
    field: fieldOf(tree, kind, branch),
    isNamed: kind.isNamed,
    start: startsWithParent && parent ? parent.start : cursor.startIndex,
    end: isBroken || !kind.isExact ? cursor.endIndex : unknownEnd,
    parent,
    children: noParts,
    lines,
    source,
    name: undefined,
    values: undefined,
    isBound: false,
    isOpen: false,
    variable: undefined,
  };
  if (parent !== undefined) addPart(parent, node);
  return node;
}

/** Most have one part or two: lists made with them take a tenth of one that is made to grow. */
function addPart(parent: Writable, node: PythonNode): void {
  const [first, second] = parent.children;
  if (first === undefined) parent.children = [node];
  else if (second === undefined) parent.children = [first, node];
  else parent.children.push(node);
}

function fieldOf(
  { cursor, kinds, isBroken }: ParsedTree,
  { hasField, kind: own }: NodeKind,
  branch: Branch | undefined,
): string {
  if (!hasField || branch === undefined || own === 'comment') return '';
  const { kind, node } = branch;
  if (isBroken || (kind.hasRoles && kind.roles === undefined)) {
    return kinds.fieldOf(cursor.currentFieldId);
  }
  return kind.roles?.[placeAfter(node.children)] ?? '';
}

/** Comments stand anywhere and take no place. */
function placeAfter(parts: readonly PythonNode[]): number {
  let place = 0;
  for (const { kind } of parts) if (kind !== 'comment') place += 1;
  return place;
}

/** A keyword or an operator is as long as it is called. */
const endOfLeaf = ({ cursor }: ParsedTree, { kind, isNamed }: NodeKind, { start }: PythonNode) =>
  isNamed ? cursor.endIndex : start + kind.length;

function tooDeep({ lines, start }: PythonNode): SyntaxProblem {
  return {
    ...lines.placeOf(start, start + 1),
    message: 'This text is nested too deeply to be read.',
  };
}

/**
 * Takes a tree apart that is done with. V8 makes some of what is often alive at a collection directly
 * among the old things, and what hangs on those outlives the text: whole trees, which are then copied
 * from place to place at each collection.
 */
export function dismantle(nodes: readonly PythonNode[]): void {
  for (const node of nodes as readonly Writable[]) {
    node.parent = undefined;
    node.children = noParts;
    node.values = undefined;
    node.variable = undefined;
  }
}
