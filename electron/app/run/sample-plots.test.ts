import { describe, expect, it } from 'vitest';
import { samplePlots } from './sample-plots.ts';

describe('samplePlots', () => {
  it('keeps a short series as it is, and nothing where nothing was plotted', () => {
    const time = Float64Array.of(10, 20, 30);
    const plots = new Map([['a', Float64Array.of(1, NaN, 3)]]);
    expect(samplePlots(time, plots)).toEqual([{ name: 'a', time: [10, 30], value: [1, 3] }]);
  });

  it('keeps the extremes of a long one, in order, in at most 2,000 points', () => {
    const time = Float64Array.from({ length: 50_000 }, (_, index) => index);
    const column = time.map((index) => Math.sin(index));
    column[31_234] = 99;
    column[41_234] = -99;
    const [sampled] = samplePlots(time, new Map([['a', column]]));
    expect(sampled?.time.length).toBeLessThanOrEqual(2000);
    expect(sampled?.value).toContain(99);
    expect(sampled?.value).toContain(-99);
    expect(sampled?.time).toEqual([...(sampled?.time ?? [])].sort((a, b) => a - b));
  });
});
