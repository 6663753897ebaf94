/** What is being typed at a place of a Python text. */
export type PythonPlace =
  | { readonly kind: 'nothing' }
  /** `from stratbox import sma, …`, and what is there already. */
  | { readonly kind: 'import'; readonly taken: readonly string[] }
  /** `import …`, `from …`. */
  | { readonly kind: 'module' }
  /** `self.fast.…`: the expression before the dot. */
  | { readonly kind: 'member'; readonly of: string }
  | { readonly kind: 'name'; readonly startsLine: boolean };

/** Longer than any statement that somebody types into. */
const farthest = 4000;

export function pythonPlaceAt(source: string, offset: number): PythonPlace {
  const before = source.slice(Math.max(0, offset - farthest), offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (isInText(line)) return { kind: 'nothing' };
  const imported = /(?:^|\n)[ \t]*from[ \t]+stratbox[ \t]+import[ \t]*(\([^()]*|[^\n()]*)$/.exec(
    before,
  );
  if (imported) {
    const names = [...(imported[1] ?? '').matchAll(/\w+/g)].map(([name]) => name);
    return { kind: 'import', taken: /\w$/.test(before) ? names.slice(0, -1) : names };
  }
  if (/^[ \t]*(?:import|from)[ \t]+[\w.]*$/.test(line)) return { kind: 'module' };
  const member = /\.(\w*)$/.exec(before);
  if (member) {
    const of = expressionBefore(before.slice(0, member.index));
    return of === '' ? { kind: 'nothing' } : { kind: 'member', of };
  }
  if (/(?:^|\W)(?:def|class|as)[ \t]+\w*$|\d\w*$/.test(line)) return { kind: 'nothing' };
  return { kind: 'name', startsLine: /^[ \t]*\w*$/.test(line) };
}

/** True where a line's beginning ends inside a comment or a quoted text. */
export function isInText(line: string): boolean {
  let quote = '';
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (quote !== '') {
      if (character === '\\') index += 1;
      else if (character === quote) quote = '';
    } else if (character === '#') return true;
    else if (character === '"' || character === "'") quote = character;
  }
  return quote !== '';
}

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** The names, calls and subscripts that end the text: `self.indicator(sma(10))` of `x = self.indicator(sma(10))`. */
export function expressionBefore(text: string): string {
  let at = text.length;
  while (at > 0) {
    const character = text[at - 1] ?? '';
    if (/[\w.]/.test(character)) at -= 1;
    else if (character in closers) {
      const opened = openingOf(text, at - 1);
      if (opened < 0) break;
      at = opened;
    } else break;
  }
  return text.slice(at).replace(/^[.\d]+/, '');
}

/** Where the bracket that closes at `end` opens; -1 if it does not. */
function openingOf(text: string, end: number): number {
  let depth = 0;
  for (let index = end; index >= 0; index -= 1) {
    const character = text[index] ?? '';
    if (character === ')' || character === ']') depth += 1;
    else if (character === '(' || character === '[') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}
