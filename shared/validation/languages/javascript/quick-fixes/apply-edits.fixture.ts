import type { TextEdit } from '../../../types.ts';

/** The text after edits that do not overlap; line ends as acorn and Monaco both count them. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const lineStarts = [0];
  for (const { index, 0: lineEnd } of source.matchAll(/\r\n|\r|\n/g)) {
    lineStarts.push(index + lineEnd.length);
  }
  const offsetOf = (line: number, column: number) =>
    (lineStarts[line - 1] ?? source.length) + column - 1;
  return edits
    .map(({ line, column, endLine, endColumn, text }) => ({
      start: offsetOf(line, column),
      end: offsetOf(endLine, endColumn),
      text,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}
