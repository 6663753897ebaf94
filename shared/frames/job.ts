import type { EngineSettings } from '../engine/settings.ts';

/** The job frame; the bars' columns follow in a frame of their own. */
export interface Job {
  readonly source: string;
  readonly symbol: string;
  readonly barCount: number;
  readonly parameters: Record<string, number | string | boolean>;
  readonly settings: EngineSettings;
  /** The sandbox ends itself after this long, even when the app is gone. */
  readonly timeLimitSeconds: number;
  /** For sandboxes that set the strategy's memory limit themselves. */
  readonly memoryMegabytes: number;
}

/** A job with a million bars is 48 MB of columns; five million are the most the catalog takes. */
export const maximumJobFrame = 256 * 1024 * 1024;
