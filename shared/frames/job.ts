import type { ZoneOffset } from '../bars/sessions.ts';
import type { EngineSettings } from '../engine/settings.ts';
import type { JobTable } from './job-tables.ts';

/** One instrument's place in the columns that follow: its bars, then its finer bars if it has any. */
export interface JobInstrument {
  readonly symbol: string;
  readonly barCount: number;
  readonly finerBarCount: number;
}

/** What an instrument of the run is called beside its symbol. */
export interface InstrumentName {
  readonly symbol: string;
  readonly id: string;
  readonly name: string;
}

/** The job frame; the instruments' columns follow, all in one frame, then the tables in another. */
export interface Job {
  readonly source: string;
  readonly instruments: readonly JobInstrument[];
  /** Where the time zone's offset changes; the first entry holds from ever (`from` null). */
  readonly sessions: readonly (Omit<ZoneOffset, 'from'> & { readonly from: number | null })[];
  /** The strategy cannot tell one bar object from many. */
  readonly reuseBar: boolean;
  readonly names: readonly InstrumentName[];
  readonly tables: readonly JobTable[];
  readonly parameters: Record<string, number | string | boolean>;
  readonly settings: EngineSettings;
  /** The sandbox ends itself after this long, even when the app is gone. */
  readonly timeLimitSeconds: number;
  /** For sandboxes that set the strategy's memory limit themselves. */
  readonly memoryMegabytes: number;
}

/** A job with a million bars is 48 MB of columns; five million are the most a run takes. */
export const maximumJobFrame = 256 * 1024 * 1024;
