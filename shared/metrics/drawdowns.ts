/** A time below a peak, in bars. `recoveryBar` null: still below at the last bar. */
export interface Drawdown {
  readonly peakBar: number;
  readonly troughBar: number;
  readonly recoveryBar: number | null;
  /** Share below the peak at the trough, negative. */
  readonly depth: number;
}

export interface Drawdowns {
  readonly deepest: Drawdown | null;
  readonly longest: Drawdown | null;
  /** The one that the run ends in, if it does. */
  readonly open: Drawdown | null;
  readonly count: number;
  /** Sum of all depths, negative, and of all times from peak to recovery or the last bar. */
  readonly totalDepth: number;
  readonly totalTime: number;
}

/**
 * The deepest and the longest drawdown, the first of equals, and what all of them come to, given
 * equity's drawdown column. One begins at the last bar at the peak and ends at the first bar that
 * reaches the peak again.
 */
export function findDrawdowns(drawdown: Float64Array, time: Float64Array): Drawdowns {
  let deepest: Drawdown | null = null;
  let longest: Drawdown | null = null;
  let open: Drawdown | null = null;
  let longestTime = 0;
  let [count, totalDepth, totalTime] = [0, 0, 0];
  const lastBar = drawdown.length - 1;

  const close = (peakBar: number, troughBar: number, recoveryBar: number | null) => {
    const found = { peakBar, troughBar, recoveryBar, depth: drawdown[troughBar] as number };
    if (deepest === null || found.depth < deepest.depth) deepest = found;
    if (recoveryBar === null) open = found;
    const lasted = (time[recoveryBar ?? lastBar] as number) - (time[peakBar] as number);
    count += 1;
    totalDepth += found.depth;
    totalTime += lasted;
    if (longest === null || lasted > longestTime) {
      longest = found;
      longestTime = lasted;
    }
  };

  let peakBar = 0;
  let troughBar = 0;
  for (let bar = 0; bar <= lastBar; bar += 1) {
    if (drawdown[bar] === 0) {
      if (troughBar > peakBar) close(peakBar, troughBar, bar);
      peakBar = bar;
      troughBar = bar;
    } else if ((drawdown[bar] as number) < (drawdown[troughBar] as number)) {
      troughBar = bar;
    }
  }
  if (troughBar > peakBar) close(peakBar, troughBar, null);
  return { deepest, longest, open, count, totalDepth, totalTime };
}
