import {
  maximumUsageSamples,
  type ResourceUse,
  type UsageSample,
} from '../../../shared/contract/models/resources.ts';
import type { UsageReading, UsageSource } from './process.ts';

/** Even, so that it can be halved, and with room for a last sample that is not complete. */
const mostWhole = maximumUsageSamples - 2;

/**
 * The measurements of one run, turned into samples. When there are too many, each two neighbours become
 * one, and from then on twice as many measurements go into each; peaks and means are of all of them.
 */
export class UsageSeries {
  readonly #allowed: UsageSource['allowed'];
  #samples: UsageSample[] = [];
  /** Measurements that are not a sample yet, and how many make one. */
  #pending: UsageSample[] = [];
  #perSample = 1;
  #first: UsageReading | undefined;
  #last: UsageReading | undefined;
  #measured = 0;
  #peakMemory: number | null = null;
  #peakCpu: number | null = null;

  constructor(allowed: UsageSource['allowed']) {
    this.#allowed = allowed;
  }

  /** Takes what was read `time` milliseconds after the start, and returns it as a sample. */
  add(reading: UsageReading, time: number): UsageSample {
    const cpu = this.#share(this.#last, reading);
    const sample = { time, cpu, memory: reading.memory };
    this.#first ??= reading;
    this.#last = reading;
    this.#measured += 1;
    this.#peakMemory = Math.max(this.#peakMemory ?? 0, sample.memory);
    if (cpu !== null) this.#peakCpu = Math.max(this.#peakCpu ?? 0, cpu);
    this.#keep(sample);
    return sample;
  }

  /** `note` is why there are no figures, if there are none. */
  result(note: string): ResourceUse {
    const rest = this.#pending.length > 0 ? [together(this.#pending)] : [];
    return {
      samples: [...this.#samples, ...rest],
      measured: this.#measured,
      peakMemory: this.#peakMemory,
      peakCpu: this.#peakCpu,
      meanCpu: this.#last === undefined ? null : this.#share(this.#first, this.#last),
      allowed: { ...this.#allowed },
      note: this.#measured === 0 ? note : '',
    };
  }

  /** Of the processor time allowed between two readings; null where they tell nothing. */
  #share(from: UsageReading | undefined, to: UsageReading): number | null {
    if (from === undefined) return null;
    const taken = to.taken - from.taken;
    const given = to.given - from.given;
    if (!(given > 0) || !(taken >= 0)) return null;
    // The machine counts in hundredths of a second, so a short stretch can seem to be above its quota.
    return Math.min(1, taken / given / this.#allowed.cpus);
  }

  #keep(sample: UsageSample): void {
    this.#pending.push(sample);
    if (this.#pending.length < this.#perSample) return;
    this.#samples.push(together(this.#pending));
    this.#pending = [];
    if (this.#samples.length < mostWhole) return;
    this.#samples = halved(this.#samples);
    this.#perSample *= 2;
  }
}

function halved(samples: readonly UsageSample[]): UsageSample[] {
  return Array.from({ length: samples.length / 2 }, (_, pair) =>
    together(samples.slice(pair * 2, pair * 2 + 2)),
  );
}

/** The highest memory and the mean share, at the time of the last. */
function together(samples: readonly UsageSample[]): UsageSample {
  const shares = samples.map(({ cpu }) => cpu).filter((cpu) => cpu !== null);
  return {
    time: samples.at(-1)?.time ?? 0,
    cpu: shares.length === 0 ? null : shares.reduce((sum, cpu) => sum + cpu, 0) / shares.length,
    memory: Math.max(...samples.map(({ memory }) => memory)),
  };
}
