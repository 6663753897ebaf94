import type { Import } from '../../../facts.ts';
import { importedNames } from '../imported-names.ts';
import { childOf, placeOf } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';

/** Every module that an import statement names, once a statement. */
export function collectImports(survey: PythonSurvey): Import[] {
  return survey.ofKind('import_statement', 'import_from_statement').flatMap((statement) => {
    const from = childOf(statement, 'module_name');
    const names = importedNames(statement);
    const listed = from ? names.slice(0, 1) : names;
    return listed.map(({ module, node }): Import => ({
      module,
      how: 'static',
      place: placeOf(from ?? node),
    }));
  });
}
