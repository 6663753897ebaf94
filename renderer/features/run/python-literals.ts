const number = /[-+]?\s*(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?/y;
const text = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/y;
const word = /(?:True|False|None)\b/y;
const blank = /(?:\s|\\\n|#[^\n]*)*/y;
const words: Readonly<Record<string, unknown>> = { True: true, False: false, None: null };
const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** The text ends inside a literal: it is half-typed. */
export class UnfinishedLiteral extends Error {}

/**
 * Reads the dict that begins at `start` ("{") of a Python text, as far as it is written in literals of
 * one piece; the code is read, never run. What would have to be computed is undefined.
 * @throws {UnfinishedLiteral} if the dict does not end.
 */
export function readPythonDict(source: string, start: number): Record<string, unknown> {
  const reader = new LiteralReader(source, start);
  return reader.dict();
}

class LiteralReader {
  readonly #source: string;
  #at: number;

  constructor(source: string, start: number) {
    this.#source = source;
    this.#at = start;
  }

  dict(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.#at += 1;
    for (;;) {
      this.#take(blank);
      if (this.#skip('}')) return Object.fromEntries(entries);
      const key = this.#whole(':');
      const value = this.#skip(':') ? this.#whole(',') : undefined;
      if (typeof key === 'string') entries.push([key, value]);
      this.#skip(',');
    }
  }

  /** A value that is all there is before `end` or the dict's own end; otherwise it is passed over. */
  #whole(end: string): unknown {
    this.#take(blank);
    const value = this.#literal();
    this.#take(blank);
    const isWhole = this.#peek() === end || this.#peek() === '}';
    if (!isWhole) this.#passOver(end);
    return isWhole ? value : undefined;
  }

  #literal(): unknown {
    if (this.#peek() === '{') return this.dict();
    const digits = this.#take(number);
    if (digits) return Number(digits[0].replaceAll(/[\s_]/g, ''));
    const quoted = this.#take(text);
    if (quoted) return unescaped(quoted[1] ?? quoted[2] ?? '');
    const name = this.#take(word);
    return name ? words[name[0]] : undefined;
  }

  #passOver(end: string): void {
    const open: string[] = [];
    for (;;) {
      const character = this.#peek();
      if (open.length === 0 && (character === end || character === '}')) return;
      if (this.#take(text) || (this.#take(blank)?.[0] ?? '') !== '') continue;
      const closes = closing[character];
      if (closes !== undefined) open.push(closes);
      else if (character === open.at(-1)) open.pop();
      this.#at += 1;
    }
  }

  #peek(): string {
    const character = this.#source[this.#at];
    if (character === undefined) throw new UnfinishedLiteral();
    return character;
  }

  #skip(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }
}

function unescaped(quoted: string): string {
  return quoted.replaceAll(/\\(.)/g, '$1');
}
