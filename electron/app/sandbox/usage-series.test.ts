import { describe, expect, it } from 'vitest';
import { resourceUseSchema } from '../../../shared/contract/models/resources.ts';
import { UsageSeries } from './usage-series.ts';

const second = 1e9;
const allowed = { memory: 1000, cpus: 0.5 };
/** After so many seconds of the machine, so many processor seconds taken. */
const reading = (given: number, taken: number, memory = 100) => ({
  ...{ given: given * second, taken: taken * second, memory },
});

describe('the measurements of a run', () => {
  it('are shares of the processor time that was allowed since the one before', () => {
    const series = new UsageSeries(allowed);
    expect(series.add(reading(100, 7), 150)).toEqual({ time: 150, cpu: null, memory: 100 });
    expect(series.add(reading(101, 7.5), 1150).cpu).toBeCloseTo(1);
    expect(series.add(reading(103, 7.75), 3150).cpu).toBeCloseTo(0.25);
    expect(series.result('')).toMatchObject({ peakCpu: 1, measured: 3, peakMemory: 100, allowed });
    expect(series.result('').meanCpu).toBeCloseTo(0.5);
  });

  it('are not above the quota, whatever the clocks say, and unknown where they went back', () => {
    const series = new UsageSeries(allowed);
    series.add(reading(100, 7), 0);
    expect(series.add(reading(100.1, 9), 1).cpu).toBe(1);
    expect(series.add(reading(100.1, 9.5), 2).cpu).toBeNull();
    expect(series.add(reading(99, 9.6), 3).cpu).toBeNull();
    expect(series.add(reading(101, 1), 4).cpu).toBeNull();
  });

  it('say why there are none, and nothing where there are', () => {
    const series = new UsageSeries(allowed);
    expect(series.result('too short')).toMatchObject({
      ...{ samples: [], measured: 0, peakMemory: null, peakCpu: null, meanCpu: null },
      note: 'too short',
    });
    series.add(reading(1, 1), 0);
    expect(series.result('too short')).toMatchObject({ note: '', peakMemory: 100, meanCpu: null });
  });

  it.each([297, 298, 299, 600, 5000, 14_400])('of a long run are few: %i', (count) => {
    const series = new UsageSeries(allowed);
    for (let index = 0; index < count; index += 1) {
      const memory = index === 200 ? 900 : 100 + (index % 7);
      series.add(reading(index, index * 0.25, memory), index * 250);
    }
    const result = resourceUseSchema.parse(series.result(''));
    expect(result.measured).toBe(count);
    expect(result.samples.length).toBeLessThanOrEqual(300);
    expect(result.samples.length).toBeGreaterThan(Math.min(count, 148) - 1);
    expect(result.samples.at(-1)?.time).toBe((count - 1) * 250);
    expect(Math.max(...result.samples.map(({ memory }) => memory))).toBe(900);
    expect(result.peakMemory).toBe(900);
    for (const { cpu } of result.samples.slice(1)) expect(cpu).toBeCloseTo(0.5);
    // Evenly spread: no stretch of the run is told more coarsely than another, but for the last.
    const gaps = result.samples
      .slice(1)
      .map(({ time }, at) => time - (result.samples[at]?.time ?? 0));
    expect(new Set(gaps.slice(0, -1)).size).toBe(1);
  });
});
