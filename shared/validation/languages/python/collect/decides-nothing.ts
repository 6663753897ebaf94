import { importedNames } from '../imported-names.ts';
import type { PythonScopes } from '../resolve-scopes.ts';
import type { PythonSurvey } from '../survey.ts';

/** What of `stratbox` certainly leads to no order. Its modules do, by whatever is in them. */
const reading = /^stratbox:(?:data|load|load_trades|load_balances|load_snapshots)$/;

/**
 * A script that leaves a `result` and has no way to an order: it may look at the whole series, for
 * nothing of the past is decided by what it sees.
 */
export function decidesNothing(
  survey: PythonSurvey,
  { module: { variables } }: PythonScopes,
): boolean {
  if (!variables.has('result') || variables.has('positions')) return false;
  return survey
    .ofKind('import_statement', 'import_from_statement')
    .flatMap(importedNames)
    .every(({ module, path = '' }) => !/^stratbox\b/.test(module) || reading.test(path));
}
