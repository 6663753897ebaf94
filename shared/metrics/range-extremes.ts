const blockSize = 256;

/** Answers for the lowest value of a low column and the highest of a high column between two rows. */
export interface RangeExtremes {
  /** From row `from` to row `to`, both included; Infinity and -Infinity for no rows. */
  readonly lowest: (from: number, to: number) => number;
  readonly highest: (from: number, to: number) => number;
}

/**
 * One walk over each column keeps the extreme of each block of rows, so that a question costs at most
 * two blocks of rows and the blocks between: ten thousand trades held for years stay fast.
 */
export function rangeExtremes(low: Float64Array, high: Float64Array): RangeExtremes {
  return { lowest: inBlocks(low, lowestOf), highest: inBlocks(high, highestOf) };
}

type Extreme = (column: Float64Array, from: number, end: number) => number;

function inBlocks(column: Float64Array, extreme: Extreme): (from: number, to: number) => number {
  const blocks = new Float64Array(Math.ceil(column.length / blockSize));
  for (let block = 0; block < blocks.length; block += 1) {
    const from = block * blockSize;
    blocks[block] = extreme(column, from, Math.min(column.length, from + blockSize));
  }
  const nothing = extreme(column, 0, 0);
  return (from, to) => {
    const firstWhole = Math.ceil(from / blockSize);
    const endWhole = Math.floor((to + 1) / blockSize);
    if (firstWhole >= endWhole) return from > to ? nothing : extreme(column, from, to + 1);
    const parts = Float64Array.of(
      extreme(column, from, firstWhole * blockSize),
      extreme(blocks, firstWhole, endWhole),
      extreme(column, endWhole * blockSize, to + 1),
    );
    return extreme(parts, 0, parts.length);
  };
}

function lowestOf(column: Float64Array, from: number, end: number): number {
  let lowest = Infinity;
  for (let row = from; row < end; row += 1) {
    if ((column[row] as number) < lowest) lowest = column[row] as number;
  }
  return lowest;
}

function highestOf(column: Float64Array, from: number, end: number): number {
  let highest = -Infinity;
  for (let row = from; row < end; row += 1) {
    if ((column[row] as number) > highest) highest = column[row] as number;
  }
  return highest;
}
