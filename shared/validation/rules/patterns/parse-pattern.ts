import { anyCharacter, only, without } from './character-set.ts';
import { inBothCases, lineEnds } from './named-sets.ts';
import { parseClass, parseEscape } from './parse-class.ts';
import { borders, type PatternNode } from './pattern-node.ts';
import { flagsOf, PatternReader } from './pattern-reader.ts';

/** Longer or deeper patterns are not worth their time here; nobody writes them by hand. */
const longest = 4_000;
const deepest = 60;

/** A regular expression as a tree; undefined where it is not one, or too large to be judged. */
export function parsePattern(pattern: string, flags: string): PatternNode | undefined {
  if (pattern.length > longest) return undefined;
  const parser = new PatternParser(pattern, flags);
  const tree = parser.choice(0);
  return parser.isComplete ? tree : undefined;
}

const looks = [
  { sign: '?=', ahead: true, negated: false },
  { sign: '?!', ahead: true, negated: true },
  { sign: '?<=', ahead: false, negated: false },
  { sign: '?<!', ahead: false, negated: true },
] as const;

class PatternParser {
  private readonly reader: PatternReader;
  private readonly captures: number;
  private captured = 0;
  private isTooDeep = false;

  constructor(pattern: string, flags: string) {
    this.reader = new PatternReader(pattern, flagsOf(flags));
    this.captures = pattern.match(/\((?!\?)|\(\?<(?![=!])/g)?.length ?? 0;
  }

  get isComplete(): boolean {
    return this.reader.isAtEnd && !this.isTooDeep;
  }

  choice(depth: number): PatternNode {
    const options: PatternNode[] = [];
    do {
      const items: PatternNode[] = [];
      while (!this.reader.isAtEnd && !this.reader.isNext('|') && !this.reader.isNext(')')) {
        items.push(this.repeated(this.term(depth)));
      }
      const [first] = items;
      options.push(first && items.length === 1 ? first : { kind: 'sequence', items });
    } while (this.reader.take('|'));
    const [first] = options;
    return first && options.length === 1 ? first : { kind: 'choice', options };
  }

  private term(depth: number): PatternNode {
    const { reader } = this;
    const { flags } = reader;
    if (reader.take('^')) return { kind: 'border', guards: borders.start(flags.multiline) };
    if (reader.take('$')) return { kind: 'border', guards: borders.end(flags.multiline) };
    if (reader.take('\\b')) return { kind: 'border', guards: borders.word };
    if (reader.take('\\B')) return { kind: 'border', guards: borders.noWord };
    if (reader.take('(')) return this.group(depth + 1);
    if (reader.take('[')) return { kind: 'characters', set: parseClass(reader) };
    if (reader.take('.')) {
      return { kind: 'characters', set: flags.dotAll ? anyCharacter : without(lineEnds) };
    }
    if (reader.isNext('\\')) return this.escape();
    const set = only(reader.code());
    return { kind: 'characters', set: flags.ignoreCase ? inBothCases(set) : set };
  }

  private escape(): PatternNode {
    const { reader } = this;
    const name = reader.match(/\\k<([^>]+)>/y)?.[1];
    if (name !== undefined) return { kind: 'reference', name };
    const { position } = reader;
    const number = reader.match(/\\([1-9]\d*)/y)?.[1];
    if (number !== undefined && Number(number) <= this.captures) {
      return { kind: 'reference', name: number };
    }
    reader.position = position + 1;
    const set = parseEscape(reader);
    return { kind: 'characters', set: reader.flags.ignoreCase ? inBothCases(set) : set };
  }

  private group(depth: number): PatternNode {
    const { reader } = this;
    const around = reader.flags;
    const look = looks.find(({ sign }) => reader.take(sign));
    const name = look === undefined ? reader.match(/\?<([^>]+)>/y)?.[1] : undefined;
    const isPlain = look === undefined && name === undefined;
    const modifiers = isPlain ? reader.match(/\?([ims]*)(?:-([ims]*))?:/y) : undefined;
    if (modifiers !== undefined) this.modify(modifiers[1] ?? '', modifiers[2] ?? '');
    const isCapture = look === undefined && modifiers === undefined;
    const number = isCapture ? ++this.captured : 0;
    if (depth > deepest) {
      this.isTooDeep = true;
      reader.position = reader.pattern.length;
    }
    const body = this.choice(depth);
    reader.take(')');
    reader.flags = around;
    if (look !== undefined) {
      return { kind: 'look', body, ahead: look.ahead, negated: look.negated };
    }
    if (!isCapture) return body;
    const names = name === undefined ? [String(number)] : [String(number), name];
    return { kind: 'capture', body, names };
  }

  private modify(on: string, off: string): void {
    const { flags } = this.reader;
    const is = (letter: string, before: boolean): boolean =>
      on.includes(letter) || (before && !off.includes(letter));
    this.reader.flags = {
      ...flags,
      ignoreCase: is('i', flags.ignoreCase),
      multiline: is('m', flags.multiline),
      dotAll: is('s', flags.dotAll),
    };
  }

  private repeated(body: PatternNode): PatternNode {
    const found = this.reader.match(/(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y);
    if (found === undefined) return body;
    const [text, low, comma, high] = found;
    const minimum = low === undefined ? Number(text.startsWith('+')) : Number(low);
    if (low === undefined) {
      return { kind: 'repetition', body, minimum, maximum: text.startsWith('?') ? 1 : Infinity };
    }
    const maximum = comma === '' ? minimum : high === '' ? Infinity : Number(high);
    return { kind: 'repetition', body, minimum, maximum };
  }
}
