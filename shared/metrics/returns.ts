/** The return from each bar to the next: one value fewer than there are bars. */
export interface Returns {
  readonly values: Float64Array;
  /** Why there is nothing to compute with; empty when there is. */
  readonly problem: string;
}

const none = new Float64Array();

/**
 * Simple returns from close to close. They have no meaning once an account is worth nothing, and
 * fewer than two say nothing about how they vary.
 */
export function returnsOf(equity: Float64Array): Returns {
  if (equity.length < 3) {
    return { values: none, problem: 'needs at least 3 bars, for 2 returns between them' };
  }
  const values = new Float64Array(equity.length - 1);
  for (let index = 0; index < values.length; index += 1) {
    const before = equity[index] as number;
    if (!(before > 0)) {
      return {
        values: none,
        problem: 'equity fell to zero or below, where returns have no meaning',
      };
    }
    values[index] = (equity[index + 1] as number) / before - 1;
  }
  return { values, problem: '' };
}
