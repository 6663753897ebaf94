/** Where a text stops being Python, and why: from `at` up to `end`. */
export interface Explanation {
  readonly at: number;
  readonly end: number;
  readonly message: string;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const token =
  /#[^\n\r]*|(?:[rbuft]{0,2})('''|"""|'|")|[([{]|[)\]}]|\r\n|[\n\r]|\\(?:\r\n|[\n\r])|[^\s#'"()[\]{}\\]+|\\/giy;

const opening =
  /^(?:async[ \t]+)?(?:def|class|if|elif|else|for|while|try|except|finally|with)\b(?![ \t]*=)/;

/** `=`, and none of the signs that end in one or begin with one. */
const assignment = /(?<![=!<>:])=(?!=)/;

/** PEP 696: Python 3.13 reads them, the grammar does not. They do nothing when the text runs. */
const noTypeDefaults =
  'A default of a type parameter cannot be read here. Leave it out: it changes nothing when the text runs.';

/** What stands before the bracket in `def name[…]`, `class name[…]` and `type name[…]`. */
const isTypeParameters = (before: string): boolean =>
  /^\s*(?:(?:async[ \t]+)?def|class|type)[ \t]+[^\s"'#()[\]{}=:]+[ \t]*$/.test(before);

/**
 * The mistakes that most texts do not parse for: a quote, a bracket or a colon that is missing. The
 * grammar marks where it gave up, which can be far before or behind. Undefined for all others.
 */
export function explainError(source: string, errorAt: number): Explanation | undefined {
  const open: { sign: string; at: number }[] = [];
  let lineStart = 0;
  let lastSign = 0;
  for (let at = 0; at < source.length;) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) {
      at += 1;
      continue;
    }
    const [text, quote] = match;
    if (quote !== undefined) {
      const end = endOfText(source, at + text.length, quote);
      if (end === undefined)
        return {
          at,
          end: at + text.length,
          message: 'This text is not closed: a quote is missing.',
        };
      at = end;
      lastSign = end;
      continue;
    }
    const equals = open.length === 1 && lineStart <= errorAt ? assignment.exec(text) : null;
    if (equals !== null && isTypeParameters(source.slice(lineStart, open[0]?.at))) {
      const place = at + equals.index;
      return { at: place, end: place + 1, message: noTypeDefaults };
    }
    if (text in closers) open.push({ sign: text, at });
    else if (/^[)\]}]$/.test(text)) {
      const last = open.pop();
      if (last === undefined) return { at, end: at + 1, message: `"${text}" closes nothing here.` };
      if (closers[last.sign] !== text)
        return {
          at,
          end: at + 1,
          message: `"${text}" does not close the "${last.sign}" before it.`,
        };
    } else if (/^[\n\r]/.test(text) && open.length === 0) {
      const problem = colonMissing(source, lineStart, lastSign, errorAt, at);
      if (problem !== undefined) return problem;
      lineStart = at + text.length;
    }
    at += text.length;
    if (!/^[#\n\r\\]/.test(text)) lastSign = at;
  }
  const [first] = open;
  if (first === undefined) return colonMissing(source, lineStart, lastSign, errorAt, source.length);
  return { at: first.at, end: first.at + 1, message: `The bracket "${first.sign}" is not closed.` };
}

/** Where a text in quotes ends; undefined where it does not. */
function endOfText(source: string, from: number, quote: string): number | undefined {
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (source.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && /[\n\r]/.test(sign)) return undefined;
  }
  return undefined;
}

/** The line of the mistake opens a block, and does not say so. */
function colonMissing(
  source: string,
  lineStart: number,
  lineEnd: number,
  errorAt: number,
  after: number,
): Explanation | undefined {
  const line = source.slice(lineStart, lineEnd).trimStart();
  if (errorAt < lineStart || errorAt > after || !opening.test(line) || line.includes(':'))
    return undefined;
  return { at: lineEnd, end: lineEnd, message: 'A colon is missing at the end of this line.' };
}
