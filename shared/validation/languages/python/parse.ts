import type { Parser } from 'web-tree-sitter';
import { SourceLines } from '../source-lines.ts';
import { copyTree, type CopiedTree } from './copy-tree.ts';
import { kindsOf } from './node-kinds.ts';
import { findUnreadable } from './unreadable.ts';

/** Parses the exact text that would run. Every failure is returned, none is thrown. */
export function parsePython(source: string, parser: Parser): CopiedTree {
  const lines = new SourceLines(source);
  const unreadable = findUnreadable(source);
  if (unreadable !== undefined) {
    const { at, message } = unreadable;
    return { problem: { ...lines.placeOf(at, at + 1), message } };
  }
  // A carriage return alone ends a line in Python, but not a comment in the grammar.
  const tree = parser.parse(source.replace(/\r(?!\n)/g, '\n'));
  if (tree === null) throw new Error('the Python parser gave no tree');
  const cursor = tree.walk();
  try {
    const isBroken = tree.rootNode.hasError;
    return copyTree({ cursor, kinds: kindsOf(parser), isBroken, lines, source });
  } finally {
    cursor.delete();
    tree.delete();
  }
}
