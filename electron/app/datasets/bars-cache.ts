import type { Bars } from '../../../shared/bars/bars.ts';
import { bytesPerBar } from '../../../shared/bars/column-bytes.ts';

/** Recently used columns by their hash. */
export interface BarsCache {
  get(hash: string, load: () => Bars): Bars;
}

/** Keeps at most `maximumBytes` of columns; the ones not used for longest go first. */
export function createBarsCache(maximumBytes: number): BarsCache {
  // A Map keeps the order of insertion, so its first key is the one not used for longest.
  const kept = new Map<string, Bars>();
  let bytes = 0;
  const sizeOf = (bars: Bars) => bars.time.length * bytesPerBar;

  return {
    get(hash, load) {
      const known = kept.get(hash);
      const bars = known ?? load();
      if (known) kept.delete(hash);
      else bytes += sizeOf(bars);
      kept.set(hash, bars);
      for (const [oldest, oldBars] of kept) {
        if (bytes <= maximumBytes) break;
        kept.delete(oldest);
        bytes -= sizeOf(oldBars);
      }
      return bars;
    },
  };
}
