import { intersection, nothing, only, union, without, type CharacterSet } from './character-set.ts';
import { escapedSet, inBothCases, propertySet } from './named-sets.ts';
import type { PatternReader } from './pattern-reader.ts';

/** `[…]`, from behind its bracket on. */
export function parseClass(reader: PatternReader): CharacterSet {
  const isNegated = reader.take('^');
  let set: CharacterSet = nothing;
  while (!reader.isAtEnd && !reader.take(']')) {
    if (reader.flags.nestedClasses && reader.take('--')) set = without(operand(reader), set);
    else if (reader.flags.nestedClasses && reader.take('&&')) {
      set = intersection(set, operand(reader));
    } else set = union(set, member(reader));
  }
  const folded = reader.flags.ignoreCase ? inBothCases(set) : set;
  return isNegated ? without(folded) : folded;
}

function operand(reader: PatternReader): CharacterSet {
  if (reader.take('[')) return parseClass(reader);
  return reader.take('\\') ? parseEscape(reader, true) : only(reader.code());
}

/** A character, an escape, a nested class or a range. */
function member(reader: PatternReader): CharacterSet {
  if (reader.flags.nestedClasses && reader.isNext('[')) return operand(reader);
  const first = reader.take('\\') ? parseEscape(reader, true) : only(reader.code());
  const isRange = reader.isNext('-') && !reader.isNext('-]') && !reader.isNext('--');
  const low = first.length === 1 && first[0]?.[0] === first[0]?.[1] ? first[0]?.[0] : undefined;
  if (!isRange || low === undefined) return first;
  reader.take('-');
  const last = reader.take('\\') ? parseEscape(reader, true) : only(reader.code());
  const high = last.at(-1)?.[1] ?? low;
  return last.length === 1 && high >= low ? [[low, high]] : union(first, only(0x2d), last);
}

/** What stands behind a backslash, as far as it is a set; back-references are read elsewhere. */
export function parseEscape(reader: PatternReader, isInClass = false): CharacterSet {
  const { unicode } = reader.flags;
  const property = unicode ? reader.match(/[pP]\{[\w=]{1,60}\}/y) : undefined;
  if (property !== undefined) return propertySet(`\\${property[0]}`) ?? nothing;
  const long = unicode ? reader.match(/u\{([\da-f]{1,8})\}/iy) : undefined;
  const pair = unicode ? reader.match(/u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})/iy) : undefined;
  if (pair !== undefined) {
    const [high, low] = [parseInt(pair[1] ?? '', 16), parseInt(pair[2] ?? '', 16)];
    return only((high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000);
  }
  const hex = long ?? reader.match(/(?:x([\da-f]{2})|u([\da-f]{4}))/iy);
  if (hex !== undefined) return only(parseInt(hex[1] ?? hex[2] ?? '0', 16));
  const control = reader.match(/c([a-z])/iy);
  if (control !== undefined) return only((control[1]?.charCodeAt(0) ?? 0) % 32);
  if (reader.flags.nestedClasses && isInClass && reader.take('q{')) return quotedSet(reader);
  const octal = unicode ? undefined : reader.match(/[0-3]?[0-7]{1,2}/y);
  if (octal !== undefined) return only(parseInt(octal[0], 8));
  if (isInClass && reader.take('b')) return only(8);
  const letter = reader.code();
  return escapedSet(String.fromCodePoint(letter));
}

/** `\q{a|bc}`: longer texts are left out; a class that holds one is rare, and doubt is silent. */
function quotedSet(reader: PatternReader): CharacterSet {
  const texts = reader.match(/[^}]*/y)?.[0] ?? '';
  reader.take('}');
  const codes = texts.split('|').map((text) => [...text]);
  return union(
    nothing,
    ...codes.flatMap(([first, second]) =>
      first !== undefined && second === undefined ? [only(first.codePointAt(0) ?? 0)] : [],
    ),
  );
}
