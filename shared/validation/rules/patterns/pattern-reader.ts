/** Which flags hold at a place of a pattern; `(?i:…)` changes them for a group. */
export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  /** `u` or `v`: escapes are strict, and characters beyond the first plane are one. */
  readonly unicode: boolean;
  /** `v`: classes can be nested. */
  readonly nestedClasses: boolean;
}

export const flagsOf = (flags: string): PatternFlags => ({
  ignoreCase: flags.includes('i'),
  multiline: flags.includes('m'),
  dotAll: flags.includes('s'),
  unicode: /[uv]/.test(flags),
  nestedClasses: flags.includes('v'),
});

/** Reads a pattern from left to right. */
export class PatternReader {
  readonly pattern: string;
  flags: PatternFlags;
  position = 0;

  constructor(pattern: string, flags: PatternFlags) {
    this.pattern = pattern;
    this.flags = flags;
  }

  get isAtEnd(): boolean {
    return this.position >= this.pattern.length;
  }

  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  isNext(text: string): boolean {
    return this.pattern.startsWith(text, this.position);
  }

  /** What a sticky expression matches here, which is then behind us. */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.position;
    const found = expression.exec(this.pattern);
    if (found === null) return undefined;
    this.position += found[0].length;
    return found;
  }

  /** One character: a code point with `u` or `v`, otherwise one half of a pair at a time. */
  code(): number {
    const { pattern, position } = this;
    const code = this.flags.unicode ? pattern.codePointAt(position) : pattern.charCodeAt(position);
    if (code === undefined || Number.isNaN(code)) return 0;
    this.position += code > 0xffff ? 2 : 1;
    return code;
  }
}
