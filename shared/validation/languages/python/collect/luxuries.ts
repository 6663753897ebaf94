import type { Attribute, Luxury } from '../../../facts.ts';
import type { Place } from '../../../types.ts';
import { enclosing, nameOf, placeOf } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';

const isDunder = (name: string): boolean => /^__\w+__$/.test(name);

const imports: ReadonlySet<string> = new Set(['future_import_statement']);

/** Every lambda, and every name with two underscores at both ends, written or named by a text. */
export function collectLuxuries(survey: PythonSurvey, attributes: readonly Attribute[]): Luxury[] {
  const lambdas = survey
    .ofKind('lambda')
    .map((node): Luxury => ({ what: 'lambda', name: '', place: placeOf(node) }));
  const written = survey
    .ofKind('identifier')
    .filter((node) => isDunder(nameOf(node)) && enclosing(node, imports) === undefined)
    .map((node): Luxury => ({ what: 'dunder', name: nameOf(node), place: placeOf(node) }));
  const ends = new Set(written.map(({ place }) => endOf(place)));
  const named = attributes
    .filter(({ name, place }) => isDunder(name) && !ends.has(endOf(place)))
    .map(({ name, place }): Luxury => ({ what: 'dunder', name, place }));
  return [...lambdas, ...written, ...named];
}

const endOf = ({ endLine, endColumn }: Place): string => `${endLine}:${endColumn}`;
