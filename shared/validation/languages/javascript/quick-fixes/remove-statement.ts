import type { TextEdit } from '../../../types.ts';
import { parentOf, placeOf, type AnyNode } from '../node.ts';
import type { FixContext } from './fix-context.ts';

/**
 * Takes a statement out, with its line where it has one to itself. Undefined where the statements
 * around it would run together without it.
 */
export function statementRemoval(statement: AnyNode, context: FixContext): TextEdit | undefined {
  const block = parentOf(statement);
  if (block?.type !== 'Program' && block?.type !== 'BlockStatement') return undefined;
  const siblings: readonly AnyNode[] = block.body;
  const before = siblings[siblings.indexOf(statement) - 1];
  if (before && before.type !== 'ImportDeclaration' && !context.textOf(before).endsWith(';')) {
    return undefined;
  }
  const { line, column, endLine, endColumn } = placeOf(statement);
  const { source } = context;
  const lineStart = context.offsetOf({ line, column: 1 });
  const [, spaces = '', lineEnd] =
    /^([^\S\r\n]*)(\r\n|\r|\n)?/.exec(source.slice(statement.end)) ?? [];
  const ownLine = source.slice(lineStart, statement.start).trim() === '' && lineEnd !== undefined;
  return ownLine
    ? { line, column: 1, endLine: endLine + 1, endColumn: 1, text: '' }
    : { line, column, endLine, endColumn: endColumn + spaces.length, text: '' };
}
