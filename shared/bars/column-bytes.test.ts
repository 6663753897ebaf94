import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNames, createBars, type Bars, type ColumnName } from './bars.ts';
import { barsToBytes, bytesToColumns, bytesToFloats, floatsToBytes } from './column-bytes.ts';

const anyBars: fc.Arbitrary<Bars> = fc.nat(20).chain((length) => {
  const column = fc.float64Array({ minLength: length, maxLength: length });
  return fc
    .record({
      time: column,
      open: column,
      high: column,
      low: column,
      close: column,
      volume: column,
    })
    .map((columns) => createBars('ANY', columns));
});

describe('barsToBytes and bytesToColumns', () => {
  it('give back every bit, -0, NaN and infinities included', () => {
    fc.assert(
      fc.property(anyBars, (bars) => {
        const columns = bytesToColumns(barsToBytes(bars), bars.time.length);
        for (const name of columnNames) {
          const same = columns[name].every((value, index) => Object.is(value, bars[name][index]));
          expect(same, name).toBe(true);
        }
      }),
    );
  });

  it('writes column after column, little-endian', () => {
    const one = (value: number) => Float64Array.of(value);
    const bars = createBars('X', {
      time: one(1),
      open: one(2),
      high: one(3),
      low: one(4),
      close: one(5),
      volume: one(6),
    });
    const view = new DataView(barsToBytes(bars).buffer);
    const written = [0, 1, 2, 3, 4, 5].map((index) => view.getFloat64(index * 8, true));
    expect(written).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('reads bytes that are not aligned in their buffer and keeps no view of them', () => {
    const bytes = barsToBytes(createBars('X', filled(2, 7)));
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const columns = bytesToColumns(shifted.subarray(3), 2);
    shifted.fill(255);
    expect([...columns.volume]).toEqual([7, 7]);
  });

  it.each([
    ['too few bytes', 95, 2],
    ['too many bytes', 97, 2],
    ['a negative count', 0, -1],
    ['a fraction', 48, 0.5],
    ['no number', 48, NaN],
    ['an absurd count', 48, 1e300],
  ])('refuses %s', (_, length, count) => {
    expect(() => bytesToColumns(new Uint8Array(length), count)).toThrow(RangeError);
  });
});

describe('floatsToBytes and bytesToFloats', () => {
  it('copy a view that starts inside its buffer', () => {
    const view = Float64Array.of(1, 2, 3).subarray(1);
    expect([...bytesToFloats(floatsToBytes(view))]).toEqual([2, 3]);
  });

  it('refuse half a value', () => {
    expect(() => bytesToFloats(new Uint8Array(12))).toThrow('12 bytes');
  });
});

function filled(length: number, value: number): Record<ColumnName, Float64Array> {
  const column = () => new Float64Array(length).fill(value);
  return {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
}
