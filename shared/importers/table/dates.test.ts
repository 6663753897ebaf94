import { describe, expect, it } from 'vitest';
import { parseCsv } from '../csv.ts';
import { ImportError } from '../import-error.ts';

const read = (...dates: string[]) =>
  parseCsv(`date;close;volume\n${dates.map((date) => `${date};1;1`).join('\n')}`, 'x.csv');
const times = (...dates: string[]) =>
  [...read(...dates).bars.time].map((time) => new Date(time).toISOString().replace('.000Z', ''));
const midnight = ['2020-01-02T00:00:00', '2020-01-13T00:00:00'];

describe('dates in a file', () => {
  it.each([
    ['2020-01-02', '2020-01-13'],
    ['2020/1/2', '2020/1/13'],
    ['2020.01.02', '2020.01.13'],
    ['20200102', '20200113'],
    ['01/02/2020', '01/13/2020'],
    ['1-2-2020', '1-13-2020'],
    ['02/01/2020', '13/01/2020'],
    ['2.1.2020', '13.1.2020'],
    ['Jan 2, 2020', 'Jan 13, 2020'],
    ['2 January 2020', '13 January 2020'],
    ['02-JAN-2020', '13-JAN-2020'],
    ['1577923200', '1578873600'],
    ['1577923200000', '1578873600000'],
    ['1577923200000000', '1578873600000000'],
    ['2020-01-02 00:00:00+09:00', '2020-01-13 00:00:00+09:00'],
    ['2020-01-02T00:00:00.000Z', '2020-01-13T00:00:00.000Z'],
  ])('reads %s', (...dates) => {
    expect(times(...dates)).toEqual(midnight);
    expect(read(...dates).warnings).toHaveLength(1);
  });

  it.each([
    [
      ['2020-01-02 09:30', '2020-01-02T16:00'],
      ['2020-01-02T09:30:00', '2020-01-02T16:00:00'],
    ],
    [
      ['2020-01-02 09:30:15Z', '2020-01-02 16:00 UTC'],
      ['2020-01-02T09:30:15', '2020-01-02T16:00:00'],
    ],
    [
      ['2020-01-02T09:30-05:00', '2020-01-02T16:00-0500'],
      ['2020-01-02T14:30:00', '2020-01-02T21:00:00'],
    ],
    [
      ['01/13/2020 9:30 AM', '01/13/2020 12:05 pm'],
      ['2020-01-13T09:30:00', '2020-01-13T12:05:00'],
    ],
    [
      ['20200102 093000', '20200102 160000'],
      ['2020-01-02T09:30:00', '2020-01-02T16:00:00'],
    ],
    [
      ['202001020930', '202001021600'],
      ['2020-01-02T09:30:00', '2020-01-02T16:00:00'],
    ],
    [
      ['1577957400.0', '1577980800.0'],
      ['2020-01-02T09:30:00', '2020-01-02T16:00:00'],
    ],
  ])('reads the times of %j', (dates, expected) => {
    expect(times(...dates)).toEqual(expected);
  });

  it('keeps milliseconds', () => {
    const [time] = read('2020-01-02 09:30:00.5', '2020-01-02 09:30:00.75').bars.time;
    expect(time).toBe(Date.UTC(2020, 0, 2, 9, 30, 0, 500));
  });

  it('puts a separate time column together with the date', () => {
    const { bars } = parseCsv('Date,Time,Close\n2020-01-02,09:30,1\n2020-01-02,10:30,1', 'x.csv');
    expect((bars.time[1] ?? 0) - (bars.time[0] ?? 0)).toBe(3_600_000);
    expect(bars.time[0]).toBe(Date.UTC(2020, 0, 2, 9, 30));
  });

  it('says which zone it assumes', () => {
    expect(read('2020-01-02 09:30', '2020-01-02 10:30').warnings.join()).toContain('taken as UTC');
    expect(read('2020-01-02 09:30Z', '2020-01-02 10:30Z').warnings.join()).not.toContain('UTC');
  });

  it.each([
    ['every day could be a month', ['01/02/2020', '01/03/2020'], 'every date can be read'],
    ['the order changes', ['13/01/2020', '01/14/2020'], 'the one in row 2 with the day'],
    [
      'the day does not exist',
      ['2021-02-28', '2021-02-29'],
      'Row 3, column "date": the calendar has no day',
    ],
    ['the hour does not exist', ['2020-01-02 24:00', '2020-01-02 10:00'], 'is not a date'],
    ['the month does not exist', ['2 Foo 2020', '3 Foo 2020'], 'is not a date'],
    ['the year is short', ['01/13/20', '01/14/20'], 'is not a date'],
    ['it is a serial number', ['43831', '43832'], 'is not a date'],
  ])('refuses them when %s', (_, dates, message) => {
    expect(() => read(...dates)).toThrow(ImportError);
    expect(() => read(...dates)).toThrow(message);
  });
});
