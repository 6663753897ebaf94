import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { testRecord } from '../contract/testing/test-record.ts';
import { figuresTable, monthsTable } from './csv-figures.ts';
import { exampleRun } from './example-record.fixture.ts';

const { record } = exampleRun({}, 800);
const rowsOf = (content: string) =>
  Papa.parse<Record<string, string>>(content, { header: true, skipEmptyLines: true }).data;

describe('figuresTable', () => {
  it('holds every figure to the last bit, and the reason for a missing one', () => {
    const rows = rowsOf(figuresTable(record));
    expect(rows).toHaveLength(record.metrics.length);
    record.metrics.forEach(({ id, group, unit, value, note }, index) => {
      const row = rows[index];
      expect(row).toMatchObject({ id, group, unit });
      if (value === null) expect([row?.['value'], row?.['note']]).toEqual(['', note]);
      else if (unit !== 'date') expect(Number(row?.['value'])).toBe(value);
      else expect(row?.['value']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });
  });
});

describe('monthsTable', () => {
  it('holds every month and year, and says which the run has only a part of', () => {
    const rows = rowsOf(monthsTable(record));
    const [first] = record.periods.monthly;
    expect(rows[0]).toEqual({
      year: '2000',
      month: '1',
      return: String(first?.months[0]),
      covered: 'whole',
    });
    expect(rows.filter(({ month }) => month === '')).toHaveLength(record.periods.monthly.length);
    expect(rows.at(-1)).toMatchObject({ month: '', covered: 'partial' });
    expect(rowsOf(monthsTable(testRecord()))).toEqual([]);
  });
});
