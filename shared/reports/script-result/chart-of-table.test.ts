import { describe, expect, it } from 'vitest';
import type { ResultColumn } from '../../contract/models/script-result.ts';
import { chartOf } from './chart-of-table.ts';
import { printColumn } from './print-column.ts';

const day = 86_400_000;
const column = (name: string, kind: ResultColumn['kind'], values: unknown[]) =>
  ({ name, kind, values }) as ResultColumn;
const chart = (indexCount: number, ...columns: ResultColumn[]) =>
  chartOf(columns.map((one, place) => printColumn(one, place < indexCount)));
const profit = column('profit', 'number', [3, null, -1]);

describe('chartOf', () => {
  it('draws lines along an index of times, in their order, with gaps', () => {
    const drawn = chart(1, column('', 'time', [2 * day, 3 * day, day]), profit);
    expect(drawn).toEqual({
      kind: 'lines',
      axis: { name: 'index', isTime: true },
      x: [day, 2 * day, 3 * day],
      series: [{ place: 1, name: 'profit', values: [-1, 3, null] }],
    });
  });

  it('draws bars along words', () => {
    const drawn = chart(1, column('symbol', 'text', ['A', 'B', 'C']), profit);
    expect(drawn).toMatchObject({ kind: 'bars', labels: ['A', 'B', 'C'] });
    expect(drawn).toMatchObject({ series: [{ values: [3, null, -1] }] });
    const two = chart(
      2,
      column('', 'text', ['A', 'B', 'C']),
      column('', 'number', [1, 1, 2]),
      profit,
    );
    expect(two).toMatchObject({ kind: 'bars', labels: ['A · 1', 'B · 1', 'C · 2'] });
  });

  it('passes over an index that only counts where the table has times or names', () => {
    const counting = column('', 'number', [0, 1, 2]);
    const when = column('when', 'time', [0, day, 2 * day]);
    const name = column('name', 'text', ['x', 'y', 'z']);
    expect(chart(1, counting, name, when, profit)).toMatchObject({ axis: { name: 'when' } });
    expect(chart(1, counting, profit, name)).toMatchObject({
      kind: 'bars',
      labels: ['x', 'y', 'z'],
    });
    expect(chart(1, counting, profit)).toMatchObject({ kind: 'lines', x: [0, 1, 2] });
    expect(chart(1, column('n', 'number', [5, 6, 7]), when, profit)).toMatchObject({
      x: [5, 6, 7],
    });
  });

  it('counts the rows of a table without an index', () => {
    const same = column('side', 'text', ['long', 'long', 'short']);
    expect(chart(0, same, profit)).toMatchObject({ axis: { name: 'row' }, x: [1, 2, 3] });
    const year = column('year', 'number', [2001, 2002, 2003]);
    expect(chart(0, year, profit)).toMatchObject({
      axis: { name: 'year' },
      series: [{ place: 1 }],
    });
    expect(chart(0, year, same)).toMatchObject({ axis: { name: 'row' }, series: [{ place: 0 }] });
    expect(chart(0, profit, year)).toMatchObject({ axis: { name: 'row' }, series: [{}, {}] });
  });

  it('numbers the rows of a thinned column as they were', () => {
    const alone = printColumn(column('x', 'number', [5, 6, 7]), false);
    expect(chartOf([alone], 2001)).toMatchObject({ x: [1, 1001, 2001] });
    expect(chartOf([alone], 3)).toMatchObject({ x: [1, 2, 3] });
    const cut = [alone, printColumn(column('y', 'number', [1, 2, 3]), false)];
    expect(chartOf(cut, 2001)).toMatchObject({ axis: { name: 'x' }, x: [5, 6, 7] });
  });

  it.each([
    ['one row', chart(1, column('', 'text', ['A']), column('x', 'number', [1]))],
    ['no rows', chart(0, column('x', 'number', []))],
    ['no columns', chart(0)],
    ['no numbers', chart(1, column('', 'time', [0, day]), column('t', 'text', ['a', 'b']))],
    ['only empty numbers', chart(0, column('x', 'number', [null, null]))],
    ['an empty index', chart(1, column('', 'time', [null, null, 1]), profit)],
    [
      'too many words',
      chart(
        1,
        column(
          '',
          'text',
          Array.from({ length: 51 }, (_, row) => `s${row}`),
        ),
        column(
          'x',
          'number',
          Array.from({ length: 51 }, () => 1),
        ),
      ),
    ],
  ])('draws nothing of %s, and says why', (_, drawn) => {
    expect(drawn.kind).toBe('none');
    expect(drawn).toHaveProperty('reason', expect.stringMatching(/\.$/));
  });
});
