import { asText, fromCode } from './fold-string.ts';
import { itemsOf } from './items.ts';
import {
  listValue,
  numberIn,
  numberValue,
  textsIn,
  textValue,
  type Value,
  type Values,
} from './value.ts';

/** What a method of a known text gives; a text that is not known where it cannot be followed. */
export function foldTextMethod(
  { text, isBytes }: Extract<Value, { kind: 'text' }>,
  name: string,
  list: readonly Values[],
  named: ReadonlyMap<string, Values>,
): Value {
  const open = textValue(undefined, isBytes);
  if (name === 'encode') return textValue(encoded(text), true);
  if (name === 'decode') return textValue(decoded(text, textsIn(list[0] ?? []).texts[0]));
  if (name === 'split' || name === 'rsplit' || name === 'splitlines')
    return listValue(split(text, list));
  if (/^(?:find|index|count|rfind|rindex)$/.test(name)) return numberValue(undefined);
  if (/^(?:is|starts|ends)/.test(name)) return { kind: 'unknown' };
  if (text === undefined) return open;
  const texts = list.map((values) => single(values));
  const [first, second] = texts;
  switch (name) {
    case 'lower':
    case 'casefold':
      return textValue(text.toLowerCase(), isBytes);
    case 'upper':
      return textValue(text.toUpperCase(), isBytes);
    case 'capitalize':
      return textValue(text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(), isBytes);
    case 'title':
      return textValue(
        text.replace(
          /[a-z]+/gi,
          (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
        ),
      );
    case 'swapcase':
      return textValue(
        text.replace(/[a-z]/gi, (one) =>
          one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
        ),
        isBytes,
      );
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return textValue(stripped(text, name, list.length > 0 ? first : ' \t\n\r'), isBytes);
    case 'removeprefix':
      return first === undefined
        ? open
        : textValue(text.startsWith(first) ? text.slice(first.length) : text);
    case 'removesuffix':
      return first === undefined
        ? open
        : textValue(text.endsWith(first) ? text.slice(0, text.length - first.length) : text);
    case 'replace':
      return first === undefined || second === undefined || list.length > 2
        ? open
        : textValue(text.split(first).join(second), isBytes);
    case 'join':
      return textValue(joined(text, list[0]), isBytes);
    case 'format':
      return textValue(formatted(text, list, named));
    case 'hex':
      return textValue(
        [...text].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
      );
    default:
      return open;
  }
}

const single = (values: Values): string | undefined => {
  const { texts, isCertain } = textsIn(values);
  return isCertain && texts.length === 1 ? texts[0] : undefined;
};

const encoded = (text: string | undefined): string | undefined =>
  text !== undefined && !/[^\0-\x7f]/.test(text) ? text : undefined;

export function decoded(text: string | undefined, encoding = 'utf-8'): string | undefined {
  if (text === undefined) return undefined;
  if (/^rot_?13$/i.test(encoding)) return rotated(text);
  if (/^hex/i.test(encoding)) return fromHex(text);
  return /[^\0-\x7f]/.test(text) ? undefined : text;
}

export const rotated = (text: string): string =>
  text.replace(/[a-z]/gi, (one) => {
    const base = one <= 'Z' ? 65 : 97;
    return String.fromCharCode(((one.charCodeAt(0) - base + 13) % 26) + base);
  });

export function fromHex(text: string): string | undefined {
  const digits = text.replace(/\s/g, '');
  if (!/^(?:[\da-f]{2})*$/i.test(digits)) return undefined;
  return digits.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function fromBase64(text: string): string | undefined {
  let [bits, size, result] = [0, 0, ''];
  for (const one of text.replace(/[=\s]/g, '').replace(/-/g, '+').replace(/_/g, '/')) {
    const value = alphabet.indexOf(one);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    size += 6;
    if (size < 8) continue;
    size -= 8;
    result += fromCode((bits >> size) & 0xff);
  }
  return result;
}

function stripped(text: string, name: string, characters: string | undefined): string | undefined {
  if (characters === undefined) return undefined;
  let [from, to] = [0, text.length];
  if (name !== 'rstrip') while (from < to && characters.includes(text.charAt(from))) from += 1;
  if (name !== 'lstrip') while (to > from && characters.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function split(text: string | undefined, [separator]: readonly Values[]): Values[] | undefined {
  if (text === undefined) return undefined;
  const by = separator === undefined ? /\s+/ : single(separator);
  if (by === undefined || by === '') return undefined;
  return text.split(by).map((part) => [textValue(part)]);
}

function joined(between: string, values: Values | undefined): string | undefined {
  const items = values && itemsOf(values);
  const parts = items?.map(single);
  return parts === undefined || parts.includes(undefined) ? undefined : parts.join(between);
}

/** `'{}{name}'.format(…)`; members and widths within the braces are not followed. */
function formatted(
  text: string,
  list: readonly Values[],
  named: ReadonlyMap<string, Values>,
): string | undefined {
  let next = 0;
  let isKnown = true;
  const result = text.replace(
    /\{\{|\}\}|\{(\w*)((?:![rsa])?(?::[^{}]*)?|[^{}]*)\}/g,
    (whole, key?: string, more?: string) => {
      if (key === undefined) return whole.charAt(0);
      const values = key === '' ? list[next] : (named.get(key) ?? list[Number(key)]);
      if (key === '') next += 1;
      const [value, other] = values ?? [];
      const character =
        more === ':c' && value?.kind === 'number' ? fromCode(value.number ?? -1) : undefined;
      const filled = more === ':c' ? character : more ? undefined : asText(value);
      isKnown &&= filled !== undefined && other === undefined;
      return filled ?? '';
    },
  );
  return isKnown ? result : undefined;
}

export const charactersOf = (values: Values | undefined): string | undefined => {
  const codes = values && itemsOf(values)?.map(numberIn);
  if (codes === undefined || codes.includes(undefined)) return undefined;
  return codes.map((code) => fromCode(code ?? 0)).join('');
};
