import type { Market } from '../bars/market.ts';
import type { Table } from '../bars/table.ts';
import type { InstrumentName } from '../frames/job.ts';

export type PriceField = 'open' | 'high' | 'low' | 'close' | 'volume';
export const priceFields: readonly PriceField[] = ['open', 'high', 'low', 'close', 'volume'];

/** A table of the run, read when it is asked for. */
export interface GivenTableReader {
  readonly id: string;
  readonly name: string;
  readonly read: () => Table;
}

/** What a run was given to read. */
export interface GivenData {
  readonly market: Market;
  readonly names: readonly InstrumentName[];
  readonly tables: readonly GivenTableReader[];
}

let given: GivenData | undefined;
let bars: 'free' | 'taken' | 'closed' = 'free';

/** From now on it is this run's data that a text reads. A sandbox serves one run. */
export function openData(data: GivenData): void {
  given = data;
  bars = 'free';
}

export function givenData(): GivenData {
  if (given === undefined) throw new Error('There is no run: its data is there while one goes on');
  return given;
}

/** All bars of the run at once, the later ones too: for scripts only. @throws {TypeError} in a strategy class. */
export function allBars(): GivenData {
  if (bars === 'closed') throw new TypeError(forScripts);
  bars = 'taken';
  return givenData();
}

/** From now on bars come one at a time. @throws {TypeError} if the text has taken all of them already. */
export function closeBars(): void {
  if (bars === 'taken') throw new TypeError(forScripts);
  bars = 'closed';
}

const forScripts =
  'A strategy class is given its bars one at a time: "data" and "load" of an instrument hand out all of them and are for scripts';
