import type { RunRequest } from '../../../shared/contract/models/run.ts';
import { parseNumber } from '../settings/fields/parse-number.ts';
import type { Parsed } from '../settings/fields/parsed.ts';
import type { NamedParameter } from './read-parameters.ts';

type Value = RunRequest['parameters'][string];

/** What was typed into the parameter fields, by name; a field that was not touched is not here. */
export type ParameterTexts = Readonly<Record<string, string>>;

export function textOfDefault({ default: value }: NamedParameter): string {
  return String(value);
}

export function parseParameter(parameter: NamedParameter, text: string): Parsed<Value> {
  switch (parameter.type) {
    case 'boolean':
      return { ok: true, value: text === 'true' };
    case 'text':
      return text.length > 200
        ? { ok: false, error: 'At most 200 characters.' }
        : { ok: true, value: text };
    default:
      return parseNumber(text, {
        minimum: parameter.minimum ?? -Infinity,
        maximum: parameter.maximum ?? Infinity,
        whole: parameter.type === 'integer',
        scale: 1,
      });
  }
}

/** The values that differ from the defaults: what a run is given. Names that are gone are dropped. */
export function overridesOf(
  parameters: readonly NamedParameter[],
  texts: ParameterTexts,
): Record<string, Value> {
  const overrides: Record<string, Value> = {};
  for (const parameter of parameters) {
    const text = texts[parameter.name];
    if (text === undefined) continue;
    const parsed = parseParameter(parameter, text);
    if (parsed.ok && parsed.value !== parameter.default) overrides[parameter.name] = parsed.value;
  }
  return overrides;
}

/** Why a run cannot take the parameters, naming the first wrong one, or ''. */
export function parameterError(
  parameters: readonly NamedParameter[],
  texts: ParameterTexts,
): string {
  for (const parameter of parameters) {
    const text = texts[parameter.name];
    const parsed = text === undefined ? null : parseParameter(parameter, text);
    if (parsed?.ok === false) return `${parameter.name}: ${parsed.error}`;
  }
  return '';
}
