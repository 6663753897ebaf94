import { printAlone } from './print-number.ts';

export type PlainValue = number | string | boolean | null;

/** A value in print, and to the last digit where print has fewer. */
export function printValue(value: PlainValue): { readonly text: string; readonly exact: string } {
  if (value === null)
    return { text: 'No value', exact: 'The result is None, null or not a number.' };
  if (value === '') return { text: 'Empty text', exact: '' };
  if (typeof value !== 'number') return { text: String(value), exact: '' };
  const text = printAlone(value);
  const digits = text.replaceAll(',', '').replace('−', '-').replace('e−', 'e-');
  return { text, exact: Number(digits) === value ? '' : `exactly ${String(value)}` };
}
