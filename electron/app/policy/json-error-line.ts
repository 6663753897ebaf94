const tokens = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]|\n|\S/g;

/** What may come after what; `v` is a text, number, true, false or null. */
const followers: Readonly<Record<string, string>> = {
  '': 'v{[',
  '{': 'v}',
  '[': 'v{[]',
  ':': 'v{[',
  ',': 'v{[',
  v: ',:}]',
  '}': ',}]',
  ']': ',}]',
};

/**
 * The line, from 1, at which a text stops being JSON; the last one where it only ends too early.
 * JSON.parse knows, and tells in some of its messages only.
 */
export function jsonErrorLine(text: string): number {
  let line = 1;
  let before = '';
  for (const [token] of text.trimEnd().matchAll(tokens)) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    const kind = /^(?:".*"|-?\d.*|true|false|null)$/.test(token) ? 'v' : token;
    if (!(followers[before] ?? '').includes(kind)) return line;
    before = kind;
  }
  return line;
}
