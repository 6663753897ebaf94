import type { Declaration, Name } from '../../../facts.ts';
import { nameOf, placeOf, textOf } from '../node.ts';
import type { PythonScopes } from '../resolve-scopes.ts';
import type { PythonSurvey } from '../survey.ts';

const isForeign = /[^\x00-\x7f]/;

/** Every name where it first stands, as it is written; none when all are of plain letters. */
export function collectNames(source: string, survey: PythonSurvey): Name[] {
  if (!isForeign.test(source)) return [];
  const names = new Map<string, Name>();
  for (const node of survey.ofKind('identifier')) {
    const text = textOf(node);
    if (!names.has(text)) names.set(text, { text, place: placeOf(node) });
  }
  const all = [...names.values()];
  return all.some(({ text }) => isForeign.test(text)) ? all : [];
}

/** Names that the module itself declares, where it first does. */
export function collectModuleDeclarations({ module }: PythonScopes): Declaration[] {
  return [...module.variables.values()].flatMap(({ bindings: [first] }) =>
    first === undefined ? [] : [{ name: nameOf(first.at), place: placeOf(first.at) }],
  );
}
