/** Looks at the text that is being judged which may still be taken: a thread judges one at a time. */
let left = 0;

/** The work on one text has an end, however it is written. */
export class TooMuchWork extends Error {}

/** Honest texts need less than one look a character. */
const leastWork = 1_000_000;
const workPerCharacter = 10;

/**
 * Does work on one text whose looks are counted, by `spend`. It is a count and not a clock, so that one
 * text has one answer; throws TooMuchWork at its end. Nothing may be spent outside of it.
 */
export function withinBounds<Result>(source: string, work: () => Result): Result {
  const before = left;
  left = leastWork + workPerCharacter * source.length;
  try {
    return work();
  } finally {
    left = before;
  }
}

/**
 * Counts looks. Not on the text, which would be looked up on a node each time: nothing is done as often,
 * and nodes of a hundred shapes are slow to look at.
 */
export function spend(looks: number): void {
  left -= looks;
  if (left < 0) throw new TooMuchWork();
}
