import { describe, expect, it } from 'vitest';
import { encodeJsonFrame, FrameReader, frameTypes } from './codec.ts';
import { maximumReplyFrame, parseReply } from './replies.ts';

const column = (values: readonly unknown[], kind = 'number') => ({ name: 'x', kind, values });
const table = (...columns: { values: readonly unknown[] }[]) => ({
  kind: 'table',
  columns,
  indexCount: 0,
  rowCount: columns[0]?.values.length ?? 0,
  columnCount: columns.length,
});

const parseText = (text: string) =>
  parseReply({ type: frameTypes.result, payload: new TextEncoder().encode(text) }, 10, 0);
const parse = (result: unknown, error: unknown = null) => {
  const [frame] = new FrameReader(maximumReplyFrame).push(
    encodeJsonFrame(frameTypes.result, { result, error }),
  );
  return parseReply(frame!, 10, 0);
};

describe('a result from a sandbox', () => {
  it.each([
    null,
    { kind: 'value', value: 1.5 },
    { kind: 'value', value: null },
    { kind: 'record', entries: [{ name: 'mean', value: 'high' }], entryCount: 7 },
    table(),
    {
      ...table(
        column([0, null], 'time'),
        column([1, null]),
        column(['a', null], 'text'),
        column([true, null], 'boolean'),
      ),
      indexCount: 1,
      rowCount: 5000,
      columnCount: 60,
    },
  ])('is read as it is: %j', (result) => {
    const error = 'result has 60 columns.';
    expect(parse(result, error)).toEqual({ kind: 'result', result, error });
  });

  it.each([
    ['of another kind', { kind: 'page', html: '<b>' }],
    ['with a value that is an object', { kind: 'value', value: {} }],
    ['with a text that is too long', { kind: 'value', value: 'x'.repeat(2001) }],
    ['with too many rows', table(column(Array(1001).fill(1)))],
    ['with too many columns', table(...Array<ReturnType<typeof column>>(51).fill(column([1])))],
    ['with columns of different lengths', table(column([1, 2]), column([1]))],
    ['with a column of no known kind', table(column([1], 'html'))],
    ['with a text among numbers', table(column([1, 'x']))],
    ['with a number among texts', table(column(['x', 1], 'text'))],
    ['that counts fewer rows than it has', { ...table(column([1, 2])), rowCount: 1 }],
    ['that counts fewer columns than it has', { ...table(column([1])), columnCount: 0 }],
    ['with an index of more columns than there are', { ...table(column([1])), indexCount: 2 }],
    ['with half a row', { ...table(column([1])), rowCount: 1.5 }],
    [
      'that counts fewer entries than it has',
      {
        kind: 'record',
        entries: [{ name: 'a', value: 1 }],
        entryCount: 0,
      },
    ],
  ])('is refused %s', (_name, result) => {
    expect(() => parse(result)).toThrow();
  });

  it.each(['NaN', 'Infinity', '1e999', '-1e999'])('is refused with the number %s', (number) => {
    const left = `{"result":{"kind":"value","value":${number}},"error":null}`;
    expect(() => parseText(left)).toThrow();
    const values = `{"name":"x","kind":"number","values":[${number}]}`;
    const counts = '"indexCount":0,"rowCount":1,"columnCount":1';
    expect(() =>
      parseText(`{"result":{"kind":"table","columns":[${values}],${counts}},"error":null}`),
    ).toThrow();
  });

  it('is refused with an error that is no text, or too long a one', () => {
    expect(() => parse(null, 7)).toThrow();
    expect(() => parse(null, 'x'.repeat(4001))).toThrow();
  });
});
