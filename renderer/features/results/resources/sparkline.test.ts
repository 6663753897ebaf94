import { describe, expect, it } from 'vitest';
import { sparkline } from './sparkline.ts';

describe('sparkline', () => {
  it('joins shares over their times, a whole one at the top', () => {
    const shares = [
      { time: 0, share: 0 },
      { time: 1000, share: 1 },
      { time: 4000, share: 0.5 },
    ];
    const { line, area } = sparkline(shares, 80, 21);
    expect(line).toBe('M0.0,20.5L20.0,0.5L80.0,10.5');
    expect(area).toBe(`${line}L80.0,21L0.0,21Z`);
  });

  it('leaves out what is not known, and what is older than half a minute', () => {
    const shares = [0, 10_000, 20_000, 50_000].map((time) => ({ time, share: 0.5 }));
    expect(sparkline(shares, 30, 11).line).toBe('M0.0,5.5L30.0,5.5');
    const [first, ...rest] = shares;
    const unknown = [{ time: first?.time ?? 0, share: null }, ...rest.slice(0, 1)];
    expect(sparkline(unknown, 30, 11).line).toBe('');
  });

  it('stays inside its box, and is nothing without two points', () => {
    const wild = [
      { time: 0, share: -3 },
      { time: 1, share: 7 },
    ];
    expect(sparkline(wild, 10, 11).line).toBe('M0.0,10.5L10.0,0.5');
    for (const few of [[], [{ time: 5, share: 0.5 }]]) {
      expect(sparkline(few, 10, 10)).toEqual({ line: '', area: '' });
    }
  });
});
