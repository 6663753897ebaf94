import { namedOf, type PythonNode } from './node.ts';
import type { Variable } from './scope.ts';

/** Statements that call nothing, so that nothing can run between a function and what it reads. */
const quiet = new Set([
  'function_definition',
  'class_definition',
  'import_statement',
  'import_from_statement',
  'future_import_statement',
  'comment',
]);

/**
 * Whether a name of a module or a class can still mean the language's own where it is read: before it
 * is bound, where it is bound under a condition only, or after it is deleted.
 */
export function mayBeBuiltin(variable: Variable, read: PythonNode): boolean {
  const { node, isClass } = variable.scope;
  if (node.kind !== 'module' && !isClass) return false;
  if (variable.isDeleted) return true;
  const body = isClass ? node.children.find(({ field }) => field === 'body') : node;
  if (body === undefined) return false;
  const statements = namedOf(body);
  const readAt = statements.findIndex(({ start, end }) => start <= read.start && read.end <= end);
  const boundAt = variable.bindings
    .map(({ at }) => statements.findIndex((one) => one.start <= at.start && at.end <= one.end))
    .filter((index) => isPlain(statements[index]));
  const first = Math.min(...boundAt);
  if (!Number.isFinite(first)) return true;
  if (readAt < 0 || first < readAt) return false;
  if (first === readAt) return !isInFunction(read, body);
  const isLater = statements.slice(readAt, first).every(({ kind }) => quiet.has(kind));
  return !(isLater && isInFunction(read, body));
}

function isPlain(statement: PythonNode | undefined): boolean {
  return (
    statement !== undefined && !/^(?:if|for|while|try|with|match)_statement$/.test(statement.kind)
  );
}

function isInFunction(read: PythonNode, body: PythonNode): boolean {
  for (let at = read.parent; at !== undefined && at !== body; at = at.parent) {
    if (at.kind === 'function_definition' || at.kind === 'lambda') return true;
  }
  return false;
}
