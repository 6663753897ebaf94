import type { Place } from '../types.ts';

/** Where the lines of one text begin; counted only when somebody asks for a place. */
export class SourceLines {
  private readonly source: string;
  private starts: readonly number[] | undefined;
  /** Places are mostly asked for in the text's order: the next one is on the same line, or near. */
  private lastLine = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The place from one offset up to another. */
  placeOf(start: number, end: number): Place {
    const starts = (this.starts ??= lineStarts(this.source));
    const line = lineAt(starts, start, this.lastLine);
    const endLine = lineAt(starts, end, line);
    this.lastLine = line;
    return {
      line: line + 1,
      column: start - (starts[line] ?? 0) + 1,
      endLine: endLine + 1,
      endColumn: end - (starts[endLine] ?? 0) + 1,
    };
  }
}

/** The language's four line ends; a carriage return before a line feed is part of it. */
function lineStarts(source: string): readonly number[] {
  const starts = [0];
  if (!/[\r\u2028\u2029]/.test(source)) {
    for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) {
      starts.push(end + 1);
    }
    return starts;
  }
  const ends = /\r\n|[\n\r\u2028\u2029]/g;
  while (ends.test(source)) starts.push(ends.lastIndex);
  return starts;
}

function lineAt(starts: readonly number[], offset: number, guess: number): number {
  let low = (starts[guess] ?? Infinity) <= offset ? guess : 0;
  let high = starts.length - 1;
  if (low === guess && (starts[guess + 1] ?? Infinity) > offset) return guess;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
