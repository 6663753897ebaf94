import type { PythonEvaluator } from './evaluate.ts';
import { namedOf, textOf, type PythonNode } from './node.ts';
import { textValue, type Value } from './value.ts';

/** The value of a string as written, of neighbours that are one, and of f-strings as far as known. */
export function readText(node: PythonNode, evaluator: PythonEvaluator): Value {
  if (node.kind === 'concatenated_string') {
    const parts = namedOf(node).map((part) => readText(part, evaluator));
    const texts = parts.map((part) => (part.kind === 'text' ? part.text : undefined));
    const isBytes = parts.some((part) => part.kind === 'text' && part.isBytes);
    return textValue(texts.includes(undefined) ? undefined : texts.join(''), isBytes);
  }
  const prefix = prefixOf(node);
  const isFormat = prefix.includes('f');
  let text = '';
  for (const part of namedOf(node)) {
    if (part.kind === 'string_content') text += contentOf(part, prefix);
    else if (part.kind === 'interpolation') {
      const inner = interpolated(part, evaluator);
      if (inner === undefined) return textValue(undefined);
      text += inner;
    }
  }
  return textValue(
    isFormat ? text.replace(/\{\{|\}\}/g, ([brace = '']) => brace) : text,
    prefix.includes('b'),
  );
}

function prefixOf(string: PythonNode): string {
  const start = string.children.find(({ kind }) => kind === 'string_start');
  return start ? textOf(start).replace(/["']/g, '').toLowerCase() : '';
}

function contentOf(content: PythonNode, prefix: string): string {
  const written = textOf(content);
  if (prefix.includes('r')) return written;
  return unescaped(written, prefix.includes('b'));
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

function unescaped(text: string, isBytes: boolean): string {
  const escape =
    /\\(?:(\r\n|[\n\r])|x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|N\{([^}]*)\}|([0-7]{1,3})|(.))/gis;
  return text.replace(escape, (whole, ...groups: (string | undefined)[]) => {
    const [lineEnd, hex, short, long, name, octal, other = ''] = groups;
    if (lineEnd !== undefined) return '';
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    if (isBytes && other === '') return whole;
    if (short !== undefined) return String.fromCharCode(parseInt(short, 16));
    if (long !== undefined) return fromCode(parseInt(long, 16));
    if (name !== undefined) return named(name);
    return Object.hasOwn(simple, other) ? (simple[other] ?? whole) : whole;
  });
}

export const fromCode = (code: number): string =>
  code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';

/** The few names of characters that spell names of code. */
function named(name: string): string {
  const letter = /^LATIN (SMALL|CAPITAL) LETTER ([A-Z])$/i.exec(name);
  if (letter !== null) {
    const [, size = '', character = ''] = letter;
    return /small/i.test(size) ? character.toLowerCase() : character.toUpperCase();
  }
  return /^LOW LINE$/i.test(name) ? '_' : '\ufffd';
}

function interpolated(part: PythonNode, evaluator: PythonEvaluator): string | undefined {
  const [expression, ...more] = namedOf(part);
  if (expression === undefined || more.length > 0) return undefined;
  const [value, other] = evaluator.valuesOf(expression);
  if (other !== undefined) return undefined;
  return asText(value);
}

/** What `str()` of a known text or number gives. */
export function asText(value: Value | undefined): string | undefined {
  if (value?.kind === 'text' && !value.isBytes) return value.text;
  if (value?.kind === 'number' && value.isTruth) return value.number === 1 ? 'True' : 'False';
  return value?.kind === 'number' && Number.isInteger(value.number)
    ? String(value.number)
    : undefined;
}
