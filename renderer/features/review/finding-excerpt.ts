import type { Place } from '../../../shared/validation/types.ts';

export interface ExcerptLine {
  readonly number: number;
  /** The text before, within and after what the finding marks. */
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const longest = 12;
/** A line may be a whole minified program. */
const widest = 400;

/** The finding's lines with some before and after, so that a reader sees what is meant. */
export function excerptOf(
  text: string,
  { line, column, endLine, endColumn }: Place,
  around = 5,
): ExcerptLine[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const last = Math.min(endLine, line + longest, lines.length);
  const first = Math.max(1, line - around);
  return lines.slice(first - 1, last + around).map((content, index) => {
    const number = first + index;
    const within = number >= line && number <= last;
    const from = !within ? content.length : number === line ? column - 1 : 0;
    const to = within && number === endLine ? endColumn - 1 : content.length;
    // A long line is shown from a little before the mark.
    const start = within && from > widest / 2 ? from - 40 : 0;
    return {
      number,
      before: (start > 0 ? '…' : '') + content.slice(start, Math.min(from, start + widest)),
      marked: content.slice(from, Math.min(to, from + widest)),
      after: within ? content.slice(to, to + widest) : '',
    };
  });
}
