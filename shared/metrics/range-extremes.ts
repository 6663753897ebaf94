const blockSize = 256;

/** Answers for the lowest value of a low column and the highest of a high column between two rows. */
export interface RangeExtremes {
  /** From row `from` to row `to`, both included; Infinity and -Infinity for no rows. */
  readonly lowest: (from: number, to: number) => number;
  readonly highest: (from: number, to: number) => number;
}

/**
 * One walk over the columns keeps the extremes of each block of rows, so that a question costs at most
 * two blocks of rows and the blocks between: ten thousand trades held for years stay fast.
 */
export function rangeExtremes(low: Float64Array, high: Float64Array): RangeExtremes {
  const negated = high.map((value) => -value);
  const lowBlocks = blockMinima(low);
  const highBlocks = blockMinima(negated);
  return {
    lowest: (from, to) => minimum(low, lowBlocks, from, to),
    highest: (from, to) => -minimum(negated, highBlocks, from, to),
  };
}

function blockMinima(column: Float64Array): Float64Array {
  const blocks = new Float64Array(Math.ceil(column.length / blockSize)).fill(Infinity);
  for (let row = 0; row < column.length; row += 1) {
    const block = Math.floor(row / blockSize);
    if ((column[row] as number) < (blocks[block] as number)) blocks[block] = column[row] as number;
  }
  return blocks;
}

function minimum(column: Float64Array, blocks: Float64Array, from: number, to: number): number {
  const firstWhole = Math.ceil(from / blockSize);
  const endWhole = Math.floor((to + 1) / blockSize);
  if (firstWhole >= endWhole) return scan(column, from, to + 1);
  return Math.min(
    scan(column, from, firstWhole * blockSize),
    scan(blocks, firstWhole, endWhole),
    scan(column, endWhole * blockSize, to + 1),
  );
}

function scan(column: Float64Array, from: number, end: number): number {
  let least = Infinity;
  for (let row = from; row < end; row += 1) {
    if ((column[row] as number) < least) least = column[row] as number;
  }
  return least;
}
