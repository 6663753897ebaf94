import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MonthlyTable } from './monthly-table.tsx';

const months = (...values: number[]) =>
  Array.from({ length: 12 }, (_, index) => values[index] ?? null);

describe('MonthlyTable', () => {
  it('says gain and loss by sign beside the colour, and marks what is cut', () => {
    const row = { year: 2001, months: months(0.1, -0.05, 0), total: 0.045 };
    const markup = renderToStaticMarkup(
      <MonthlyTable monthly={[{ ...row, partialMonths: [2], partial: true }]} />,
    );
    expect(markup).toContain('<td data-heat="4">+10.0</td>');
    expect(markup).toContain('<td data-heat="-2">−5.0*</td>');
    expect(markup).toContain('<td data-heat="0">0.0</td>');
    expect(markup).toMatch(/data-sign="1">\+4.5\*<\/td>/);
    expect(markup).toContain('the run has only a part of it');
    expect(markup.match(/<td/g)).toHaveLength(13);
  });

  it('is nothing without months', () => {
    expect(renderToStaticMarkup(<MonthlyTable monthly={[]} />)).toBe('');
  });
});
