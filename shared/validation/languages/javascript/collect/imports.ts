import type { Import } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf } from '../node.ts';
import type { Survey } from '../survey.ts';
import { textsOf } from '../value.ts';

/** Modules that the text wants by `import`, `export … from` and `import()`. */
export function collectImports(survey: Survey, evaluator: Evaluator): Import[] {
  const imports: Import[] = [];
  const declarations = [
    ...survey.ofType('ImportDeclaration'),
    ...survey.ofType('ExportAllDeclaration'),
    ...survey.ofType('ExportNamedDeclaration'),
  ];
  for (const { source } of declarations) {
    if (source)
      imports.push({ module: String(source.value), how: 'static', place: placeOf(source) });
  }
  for (const node of survey.ofType('ImportExpression')) {
    const values = evaluator.evaluate(node.source);
    const modules: (string | undefined)[] = textsOf(values);
    // One that is known says nothing about the others.
    if (modules.length === 0 || values.some(({ kind }) => kind !== 'constant')) {
      modules.push(undefined);
    }
    for (const module of modules) imports.push({ module, how: 'dynamic', place: placeOf(node) });
  }
  return imports;
}
