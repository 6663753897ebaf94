import { someText, union, unknown, type Values } from './value.ts';

/** One element of any of these arrays; the characters of a text. */
export function elementsOf(values: Values): Values {
  const found = values.map((value): Values => {
    if (value.kind === 'array') return union(...value.elements);
    if (value.kind === 'text' || value.kind === 'constant') return someText;
    return unknown;
  });
  const all = union(...found);
  return all.length === 0 ? unknown : all;
}
