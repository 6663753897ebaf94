import type { Finding, QuickFix } from '../../../types.ts';
import { importedNames } from '../imported-names.ts';
import { nameOf, placeOf, type PythonNode } from '../node.ts';
import { fixWith, type FixContext } from './fix-context.ts';

/** Takes out an import of which nothing is used, where its block keeps another statement. */
export function removeUnusedModule(finding: Finding, context: FixContext): QuickFix | undefined {
  const statement = context.survey
    .ofKind('import_statement', 'import_from_statement')
    .find((node) => contains(node, finding));
  if (statement === undefined || !isAloneOnItsLines(statement)) return undefined;
  const names = importedNames(statement).map(({ name }) => name);
  const isFrom = statement.kind === 'import_from_statement';
  if ((!isFrom && names.length > 1) || names.some((name) => !name || isRead(name, context)))
    return undefined;
  const { lines, source, end } = statement;
  const lineEnd = /^(?:\r\n|[\n\r])/.exec(source.slice(end));
  const removed = lines.placeOf(statement.start, end + (lineEnd?.[0].length ?? 0));
  return fixWith('Remove the unused import', { ...removed, text: '' });
}

function contains(node: PythonNode, { line, column, endLine, endColumn }: Finding): boolean {
  const place = placeOf(node);
  const begins = place.line < line || (place.line === line && place.column <= column);
  const ends =
    place.endLine > endLine || (place.endLine === endLine && place.endColumn >= endColumn);
  return begins && ends;
}

/** On the module's own level, with nothing before or after it on its lines. */
function isAloneOnItsLines({ parent, source, start, end }: PythonNode): boolean {
  const before = source.charAt(start - 1);
  const after = source.charAt(end);
  return parent?.kind === 'module' && /^[\n\r]?$/.test(before) && /^[\n\r]?$/.test(after);
}

function isRead(name: PythonNode, { evaluator }: FixContext): boolean {
  return evaluator.readsOf(nameOf(name)).length > 0;
}
