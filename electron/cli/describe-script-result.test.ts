import { expect, it } from 'vitest';
import type { ScriptResult } from '../../shared/contract/models/script-result.ts';
import { testRecord } from '../../shared/contract/testing/test-record.ts';
import { describeScriptResult } from './describe-script-result.ts';
import { describeRun, runDocument } from './run-output.ts';

const described = (scriptResult: ScriptResult | null, extractionError: string | null = null) =>
  describeScriptResult(testRecord({ scriptResult, extractionError }));
const heading = 'Result, computed by the strategy and not verified:';

it('is nothing where a script left nothing', () => {
  expect(described(null)).toBe('');
});

it('is a value, or a record', () => {
  expect(described({ kind: 'value', value: null })).toBe(`${heading}\n  No value`);
  const entries = [
    { name: 'mean', value: 2.5 },
    { name: 'best day', value: 'a\nb' },
  ];
  expect(described({ kind: 'record', entries, entryCount: 30 })).toBe(
    `${heading}\n  mean      2.5\n  best day  a b\n  … 28 more entries`,
  );
});

it('is the beginning of a table', () => {
  const numbers = Array.from({ length: 40 }, (_, row) => row);
  const text = described({
    kind: 'table',
    columns: [
      { name: '', kind: 'time', values: numbers.map((row) => (row === 1 ? 8.64e15 + 1 : row)) },
      { name: '', kind: 'number', values: numbers },
    ],
    ...{ indexCount: 1, rowCount: 5000, columnCount: 2 },
  });
  const lines = text.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    heading,
    expect.stringMatching(/^ {2}index +value$/) as string,
    expect.stringMatching(/^ {2}1970-01-01.* +0$/) as string,
  ]);
  expect(lines).toHaveLength(1 + 21 + 1);
  expect(lines.at(-1)).toBe('  … 4,980 more rows');
});

it('names what could not be extracted, and stands before the figures', async () => {
  const record = testRecord({
    scriptResult: { kind: 'value', value: '\u001b[2J' },
    extractionError: 'result["x"] is Odd.',
  });
  const text = describeRun(record);
  expect(text).toContain('Not extracted: result["x"] is Odd.');
  expect(text).not.toContain('\u001b');
  expect(text.indexOf(heading)).toBeLessThan(text.indexOf('Total return'));
  const call = () =>
    Promise.resolve({ files: [{ content: '{"fullCurve":{"time":[],"equity":[]}}' }] });
  expect(await runDocument(call as never, record)).toMatchObject({
    scriptResult: record.scriptResult,
    extractionError: record.extractionError,
  });
});
