import {
  anyButLineEnds,
  escaped,
  everything,
  nothing,
  only,
  range,
  without,
  type CharacterSet,
} from './character-set.ts';

/** One part of a pattern: a character of a set, or a group, and how often. */
export interface Piece {
  readonly set: CharacterSet;
  readonly group: readonly Sequence[] | undefined;
  readonly minimum: number;
  readonly maximum: number;
}
export type Sequence = readonly Piece[];

/** Longer or deeper patterns are not worth their time here; nobody writes them by hand. */
const longest = 2_000;
const deepest = 50;

/** The alternatives of a regular expression; undefined where it is not one that can be read. */
export function parsePattern(pattern: string): readonly Sequence[] | undefined {
  if (pattern.length > longest) return undefined;
  const reader = new PatternReader(pattern);
  const alternatives = reader.alternatives(0);
  return reader.isAtEnd ? alternatives : undefined;
}

class PatternReader {
  private readonly pattern: string;
  private position = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.position >= this.pattern.length;
  }

  alternatives(depth: number): Sequence[] {
    const alternatives: Piece[][] = [[]];
    while (!this.isAtEnd && this.pattern[this.position] !== ')') {
      if (this.take('|')) alternatives.push([]);
      else alternatives.at(-1)?.push(...this.piece(depth));
    }
    return alternatives;
  }

  private take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  private piece(depth: number): Piece[] {
    if (this.take('^') || this.take('$')) return [];
    if (this.take('(')) return this.group(depth + 1);
    if (this.take('[')) return [this.repeated(this.characterClass(), undefined)];
    if (this.take('\\')) return this.escape();
    const character = this.pattern.charAt(this.position++);
    return [this.repeated(character === '.' ? anyButLineEnds : only(character), undefined)];
  }

  private escape(): Piece[] {
    const letter = this.pattern.charAt(this.position++);
    if (letter === 'b' || letter === 'B') return [];
    const code = /^(?:x([\da-f]{2})|u([\da-f]{4}))/i.exec(
      `${letter}${this.pattern.slice(this.position, this.position + 4)}`,
    );
    if (code !== null) {
      this.position += code[0].length - 1;
      const character = String.fromCharCode(parseInt(code[1] ?? code[2] ?? '', 16));
      return [this.repeated(only(character), undefined)];
    }
    if (letter === 'p' || letter === 'P') this.skipTo('}');
    // A reference to a group matches what the group matched: it can be anything.
    const isReference = /[1-9k]/.test(letter);
    return [this.repeated(isReference ? everything : escaped(letter), undefined)];
  }

  private group(depth: number): Piece[] {
    const looks = ['?=', '?!', '?<=', '?<!'].some((start) => this.take(start));
    if (!looks && this.take('?<')) this.skipTo('>');
    else if (!looks && this.take('?')) this.skipTo(':');
    if (depth > deepest) this.position = this.pattern.length;
    const group = this.alternatives(depth);
    this.take(')');
    const piece = this.repeated(nothing, group);
    // A look ahead takes no text, but what it does inside can be slow all the same.
    return looks ? [{ ...piece, minimum: 0, maximum: 1 }] : [piece];
  }

  private skipTo(end: string): void {
    const found = this.pattern.indexOf(end, this.position);
    this.position = found < 0 ? this.pattern.length : found + 1;
  }

  private repeated(set: CharacterSet, group: readonly Sequence[] | undefined): Piece {
    const [minimum, maximum] = this.quantifier();
    this.take('?');
    return { set, group, minimum, maximum };
  }

  private quantifier(): [number, number] {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    const counted = /^\{(\d+)(,?)(\d*)\}/.exec(
      this.pattern.slice(this.position, this.position + 20),
    );
    if (counted === null) return [1, 1];
    const [text, low = '', comma, high] = counted;
    this.position += text.length;
    const minimum = Number(low);
    if (comma === '') return [minimum, minimum];
    return [minimum, high === '' ? Infinity : Number(high)];
  }

  private characterClass(): CharacterSet {
    const isNegated = this.take('^');
    const codes = new Set<number>();
    const add = (set: CharacterSet): void => set.forEach((code) => codes.add(code));
    while (!this.isAtEnd && !this.take(']')) {
      if (this.take('\\')) {
        add(escaped(this.pattern.charAt(this.position++)));
        continue;
      }
      const from = this.pattern.charAt(this.position++);
      const to = this.pattern.charAt(this.position + 1);
      if (this.pattern[this.position] === '-' && to !== ']' && to !== '') {
        this.position += 2;
        add(range(from, to));
      } else add(only(from));
    }
    return isNegated ? without(codes) : codes;
  }
}
