import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ScriptResult } from '../../../../shared/contract/models/script-result.ts';
import { testRecord } from '../../../../shared/contract/testing/test-record.ts';
import { isAnalysis } from '../../../../shared/reports/script-result/is-analysis.ts';
import { ScriptResultSection } from './script-result-section.tsx';

const shown = (result: ScriptResult) =>
  renderToStaticMarkup(<ScriptResultSection result={result} leads />);
const table = (rows: number, changes: object = {}): ScriptResult => ({
  kind: 'table',
  indexCount: 0,
  rowCount: rows,
  columnCount: 1,
  columns: [{ name: 'x', kind: 'number', values: Array.from({ length: rows }, () => 1) }],
  ...changes,
});

describe('ScriptResultSection', () => {
  it.each<[string, ScriptResult]>([
    ['a value', { kind: 'value', value: 1 }],
    ['a record', { kind: 'record', entries: [], entryCount: 0 }],
    ['a table', table(3)],
  ])('says whose word %s is', (_, result) => {
    expect(shown(result)).toContain('computed by the strategy, not verified');
  });

  it('shows a value large, and to the last digit where that is more', () => {
    expect(shown({ kind: 'value', value: 0.1 + 0.2 })).toContain('exactly 0.30000000000000004');
    expect(shown({ kind: 'value', value: 1234.5 })).toContain('>1,234.5</p>');
    expect(shown({ kind: 'value', value: 1234.5 })).not.toContain('exactly');
    expect(shown({ kind: 'value', value: null })).toContain('No value');
    expect(shown({ kind: 'value', value: '<b>' })).toContain('&lt;b&gt;');
  });

  it('lists a record, and says how much of it is there', () => {
    const entries = [
      { name: 'sharpe', value: 1.5 },
      { name: 'sharpe', value: false },
    ];
    const markup = shown({ kind: 'record', entries, entryCount: 2000 });
    expect(markup).toContain('first 2 of 2,000 values');
    expect(markup.match(/>sharpe<\/dt>/g)).toHaveLength(2);
    expect(markup).toContain('>false</dd>');
    expect(shown({ kind: 'record', entries: [], entryCount: 0 })).toContain('empty dictionary');
  });

  it('says of a table without rows or columns what it is', () => {
    expect(shown(table(0))).toContain('without rows. Its columns are x.');
    const unnamed = [{ name: '', kind: 'number', values: [] }];
    expect(shown(table(0, { columns: unnamed }))).toContain('without rows.</p>');
    expect(shown(table(0, { columns: [], columnCount: 0 }))).toContain('without columns');
  });

  it('offers a chart only where there is something to draw, and says why not', () => {
    expect(shown(table(1))).toContain('It takes two rows to compare.');
    expect(shown(table(3))).not.toContain('disabled');
  });
});

describe('a run that decided nothing', () => {
  const { manifest } = testRecord();
  const scriptResult = { kind: 'value', value: 1 } as const;
  const idle = { ...manifest, decisionCount: 0 };

  it('is led by its result, unless it has none or drew something', () => {
    expect(isAnalysis(testRecord({ scriptResult, manifest: idle }))).toBe(true);
    expect(isAnalysis(testRecord({ scriptResult }))).toBe(false);
    expect(isAnalysis(testRecord({ manifest: idle }))).toBe(false);
    const plots = [{ name: 'a', time: [0], value: [1] }];
    expect(isAnalysis(testRecord({ scriptResult, manifest: idle, plots }))).toBe(false);
  });
});
