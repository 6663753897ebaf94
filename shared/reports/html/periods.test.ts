import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../contract/models/run.ts';
import { testRecord } from '../../contract/testing/test-record.ts';
import { exampleRun } from '../example-record.fixture.ts';
import { renderMonthly, renderRolling } from './periods.ts';

const { record } = exampleRun({}, 800);
const withPeriods = (periods: Partial<RunRecord['periods']>) => ({
  ...record,
  periods: { ...record.periods, ...periods },
});
const months = (...values: (number | null)[]) =>
  Array.from({ length: 12 }, (_, index) => values[index] ?? null);

describe('renderMonthly', () => {
  it('says gain and loss by sign and by colour, and marks what is cut', () => {
    const row = {
      year: 2001,
      months: months(0.1, -0.05, 0),
      total: 0.045,
      partialMonths: [2],
      partial: true,
    };
    const page = renderMonthly(withPeriods({ monthly: [row] }))
      .toString()
      .replace(/>\s+/g, '>')
      .replace(/\s+</g, '<');
    expect(page).toContain('<td class="number up-4">+10.00</td>');
    expect(page).toContain('<td class="number down-2">−5.00*</td>');
    expect(page).toContain('<td class="number ">0.00</td>');
    expect(page).toContain('<td class="number total gain">+4.50*</td>');
    expect(page).toContain('the run has only a part');
    expect(page.match(/<td/g)).toHaveLength(13);
  });

  it('has a row for each year of the run', () => {
    const page = renderMonthly(record).toString();
    for (const year of ['2000', '2001', '2002']) expect(page).toContain(`row">${year}`);
    expect(page).not.toMatch(/NaN|null|undefined/);
  });

  it('is nothing for a record without months', () => {
    expect(renderMonthly(testRecord()).toString()).toBe('');
  });
});

describe('renderRolling', () => {
  it('draws all three figures and says what they look back on', () => {
    const page = renderRolling(record).toString();
    expect(page.match(/class="rolling" d="M[-0-9. L]+"/g)).toHaveLength(3);
    expect(page).toContain('over the last 183 bars; annualised with 365 periods a year');
  });

  it('breaks a line where a window has no such figure', () => {
    const rolling = {
      window: 24,
      time: [0, 1, 2, 3, 4, 5].map((step) => step * 86_400_000),
      sharpe: [1, 2, null, null, 1, 3],
      volatility: [null, 0.1, 0.2, 0.2, 0.1, null],
      beta: [null, null, null, null, null, null],
      note: 'over the last 24 bars',
    };
    const page = renderRolling(withPeriods({ rolling })).toString();
    const [sharpe = '', volatility = ''] = [...page.matchAll(/class="rolling" d="([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(sharpe.split('M').map((piece) => piece.split('L').length)).toEqual([1, 2, 2]);
    expect(volatility.split('M').map((piece) => piece.split('L').length)).toEqual([1, 4]);
  });

  it('leaves out a figure that no window has, and gives the reason where there is none at all', () => {
    const { rolling } = record.periods;
    const page = renderRolling(
      withPeriods({ rolling: { ...rolling, beta: rolling.beta.map(() => null) } }),
    ).toString();
    expect(page).not.toContain('Beta');
    const empty = { window: 126, time: [], sharpe: [], volatility: [], beta: [] };
    const none = withPeriods({ rolling: { ...empty, note: 'needs more than 126 bars' } });
    expect(renderRolling(none).toString()).toContain('n/a: needs more than 126 bars.');
    expect(renderRolling(testRecord()).toString()).toBe('');
  });

  it('says that it is not verified when it is not', () => {
    const verified = { state: 'unknown' as const, detail: '' };
    const page = renderRolling({ ...record, badges: { ...record.badges, verified } }).toString();
    expect(page).toContain('Rolling figures (not verified)');
  });
});
