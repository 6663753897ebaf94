import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { Setting } from './settings.ts';

/** A container came back from the engine other than it was ordered; it was removed and did not run. */
export class IsolationError extends AppError {
  readonly field: string;

  constructor(field: string, expected: unknown, actual: unknown) {
    super(
      'internal',
      `The sandbox was not started: the engine reports ${field} as ${show(actual)} instead of ${show(expected)}.`,
      'The container was removed. Check the engine’s own configuration (its daemon.json and plugins) for this setting.',
    );
    this.name = 'IsolationError';
    this.field = field;
  }
}

/** Holds what `inspect` returned against the table. Throws IsolationError for the first difference. */
export function assertIsolation(settings: readonly Setting[], inspected: unknown): void {
  for (const { field, value, demand } of settings) {
    const actual = read(inspected, field);
    const holds = demand === 'equals' ? equals(actual, value) : contains(actual, value);
    if (!holds) throw new IsolationError(field, value, actual);
  }
}

/** The body of `create`, from the same rows. */
export function toCreateOptions(settings: readonly Setting[]): Record<string, unknown> {
  const host: Record<string, unknown> = {};
  const options: Record<string, unknown> = { HostConfig: host };
  for (const { field, value, sent } of settings) {
    if (!sent) continue;
    const [section, name] = field.split('.');
    if (section === 'HostConfig' && name) host[name] = value;
    else if (section === 'Config' && name) options[name] = value;
  }
  return options;
}

function read(from: unknown, field: string): unknown {
  let value = from;
  for (const key of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function equals(actual: unknown, expected: unknown): boolean {
  if (isEmpty(expected)) return isEmpty(actual);
  return isDeepStrictEqual(actual, expected);
}

/** Engines write "not set" in any of these ways, by version. Lists of nothing count as well. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function contains(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && expected.every((item) => actual.includes(item));
  }
  // Not `read`: a label's name holds dots.
  const held = new Map(Object.entries(actual ?? {}));
  return Object.entries(expected as object).every(([key, value]) => held.get(key) === value);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
