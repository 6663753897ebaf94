/** What may look odd in a row without being wrong, as a sentence about all such rows. */
const sentences = {
  'outside-range': (rows: string) =>
    `The open or close lies outside the range from low to high in ${rows}.`,
  'no-volume': (rows: string) => `The volume is missing in ${rows}; it is taken as 0.`,
  adjusted: (rows: string) =>
    `The adjusted close differs from the close in ${rows}. Both are kept; a run's setting chooses between raw and adjusted prices.`,
};
type Remark = keyof typeof sentences;

/** Counts remarks, so that a million odd rows make one sentence. */
export interface Remarks {
  add(remark: Remark, row: number): void;
  list(): string[];
}

export function createRemarks(): Remarks {
  const seen = new Map<Remark, { count: number; firstRow: number }>();
  return {
    add(remark, row) {
      const earlier = seen.get(remark);
      if (earlier) earlier.count += 1;
      else seen.set(remark, { count: 1, firstRow: row });
    },
    list: () =>
      [...seen].map(([remark, { count, firstRow }]) =>
        sentences[remark](
          count === 1 ? `row ${firstRow}` : `${count} rows, first in row ${firstRow}`,
        ),
      ),
  };
}
