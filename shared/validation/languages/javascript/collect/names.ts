import type { Name } from '../../../facts.ts';
import { placeOf } from '../node.ts';
import type { Survey } from '../survey.ts';

const isForeign = /[^\x00-\x7f]/;

/** Every name where it first stands, as the language reads it; none when all are of plain letters. */
export function collectNames(source: string, survey: Survey): Name[] {
  // An escape, `v\u0430lue`, spells a letter without showing it.
  if (!isForeign.test(source) && !/\\u/.test(source)) return [];
  const names = new Map<string, Name>();
  const nodes = [...survey.ofType('Identifier'), ...survey.ofType('PrivateIdentifier')];
  for (const node of nodes) {
    if (!names.has(node.name)) names.set(node.name, { text: node.name, place: placeOf(node) });
  }
  const all = [...names.values()];
  return all.some(({ text }) => isForeign.test(text)) ? all : [];
}
