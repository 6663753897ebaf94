/** An insertion into a text, by Monaco's lines and columns. */
export interface ImportEdit {
  readonly range: {
    readonly startLineNumber: number;
    readonly startColumn: number;
    readonly endLineNumber: number;
    readonly endColumn: number;
  };
  readonly text: string;
}

/**
 * Takes one more name from the package: behind the names that a line takes already, or in a line of its
 * own after the text's docstring and other imports.
 */
export function importLineFor(source: string, name: string): ImportEdit {
  const lines = source.split('\n');
  const known = lines.findIndex((line) =>
    /^from[ \t]+stratbox[ \t]+import[ \t]+\w[\w, \t]*$/.test(line),
  );
  if (known >= 0) return at(known + 1, (lines[known] ?? '').trimEnd().length + 1, `, ${name}`);
  const line = lineAfterImports(lines);
  return at(line + 1, 1, `from stratbox import ${name}\n`);
}

function lineAfterImports(lines: readonly string[]): number {
  let after = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  if (after < 0) return lines.length;
  const [, quote] = /^("""|''')/.exec(lines[after] ?? '') ?? [];
  if (quote !== undefined) {
    const isOneLine = (lines[after] ?? '').indexOf(quote, quote.length) > 0;
    if (!isOneLine) after = lines.findIndex((line, index) => index > after && line.includes(quote));
    after += 1;
  }
  for (let index = after; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!/^(?:from|import)\s/.test(line)) continue;
    const isOpen = line.includes('(') && !line.includes(')');
    const end = isOpen ? lines.findIndex((other, at) => at > index && other.includes(')')) : index;
    after = Math.max(index, end) + 1;
  }
  return after;
}

const at = (line: number, column: number, text: string): ImportEdit => ({
  range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column },
  text,
});
