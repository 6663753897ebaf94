import type { Place } from '../../types.ts';
import { SourceLines } from './source-lines.ts';

/** The work on one text has an end, however it is written. */
export class TooMuchWork extends Error {}

/** Honest texts need less than one look a character. */
const leastWork = 1_000_000;
const workPerCharacter = 10;

/** What all nodes of one tree share: its lines, and how much work may still be spent on it. */
export class SourceText {
  private readonly lines: SourceLines;
  private work: number;

  constructor(source: string) {
    this.lines = new SourceLines(source);
    this.work = leastWork + workPerCharacter * source.length;
  }

  placeOf(start: number, end: number): Place {
    return this.lines.placeOf(start, end);
  }

  /**
   * Counts looks at nodes. It is a count and not a clock, so that one text has one answer; throws
   * TooMuchWork at its end.
   */
  spend(looks: number): void {
    this.work -= looks;
    if (this.work < 0) throw new TooMuchWork();
  }
}
