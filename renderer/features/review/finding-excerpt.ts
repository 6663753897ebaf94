import type { Finding } from '../../../shared/validation/types.ts';

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly marked: boolean;
}

const around = 1;
const longest = 6;

/** The finding's lines with one before and one after, so that a reader sees what is meant. */
export function excerptOf(text: string, { line, endLine }: Finding): ExcerptLine[] {
  const lines = text.split('\n');
  const last = Math.min(endLine, line + longest, lines.length);
  const first = Math.max(1, line - around);
  return lines.slice(first - 1, last + around).map((content, index) => {
    const number = first + index;
    return { number, text: content, marked: number >= line && number <= last };
  });
}
