import { maximumResultText } from '../frames/result-limits.ts';

export type PlainValue = number | string | boolean | null;

/** So many are named; the others are counted. */
const namedProblems = 20;

/** What could not be extracted of a result, each said once, in sentences. */
export class Problems {
  readonly #said = new Set<string>();

  add(sentence: string): void {
    this.#said.add(sentence.slice(0, 300));
  }

  refuse(where: string, value: unknown): void {
    this.add(`${where} is ${typeName(value)}, neither number, text, date nor table.`);
  }

  text(): string {
    const said = Array.from(this.#said);
    const more = said.length - namedProblems;
    return [...said.slice(0, namedProblems), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
  }
}

function typeName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  const { name } = (value as { constructor?: { name?: unknown } }).constructor ?? {};
  return typeof name === 'string' && name !== '' ? name : 'object';
}

export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'number' && value !== value);
}

export function isPlain(value: unknown): boolean {
  if (isMissing(value) || value instanceof Date) return true;
  return ['number', 'bigint', 'string', 'boolean'].includes(typeof value);
}

/** A plain value as the app takes it; a date is a text in ISO form. */
export function plainValue(value: unknown, where: string, problems: Problems): PlainValue {
  if (isMissing(value)) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') {
    return plainNumber(value, where, problems);
  }
  if (value instanceof Date) return dateText(value);
  return plainText(String(value), where, problems);
}

export function plainNumber(
  value: number | bigint,
  where: string,
  problems: Problems,
): number | null {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  if (!Number.isNaN(number)) problems.add(`${where} is infinite.`);
  return null;
}

function plainText(text: string, where: string, problems: Problems): string {
  if (text.length <= maximumResultText) return text;
  problems.add(`${where} is a text of ${grouped(text.length)} characters, cut off.`);
  return text.slice(0, maximumResultText);
}

function dateText(date: Date): string | null {
  const time = date.getTime();
  if (Number.isNaN(time)) return null;
  const text = date.toISOString();
  return time % 86_400_000 === 0 ? text.slice(0, 10) : text;
}

/** 12,400: QuickJS has no locales. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
