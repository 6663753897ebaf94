import type { Finding, TextEdit } from '../../../shared/validation/types.ts';

interface AllEdits {
  readonly edits: readonly TextEdit[];
  /** How many findings they take away. */
  readonly count: number;
}

/** The edits of every quick fix that leaves the places of those before it alone. */
export function editsOfAll(findings: readonly Finding[]): AllEdits {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const { quickFix } of findings) {
    if (!quickFix || quickFix.edits.some((edit) => edits.some((other) => touch(edit, other)))) {
      continue;
    }
    edits.push(...quickFix.edits);
    count++;
  }
  return { edits, count };
}

const isBefore = (line: number, column: number, otherLine: number, otherColumn: number): boolean =>
  line < otherLine || (line === otherLine && column < otherColumn);

function touch(a: TextEdit, b: TextEdit): boolean {
  return !(
    isBefore(a.endLine, a.endColumn, b.line, b.column) ||
    isBefore(b.endLine, b.endColumn, a.line, a.column)
  );
}
