import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../contract/models/run.ts';
import { exampleRun } from '../example-record.fixture.ts';
import { createReport } from '../index.ts';

const { record } = exampleRun({}, 10);
type Changes = Pick<Partial<RunRecord>, 'manifest' | 'scriptResult' | 'extractionError'>;
const render = (changes: Changes = {}) =>
  createReport('html', exampleRun(changes, 300))[0]?.content ?? '';

describe('the result of a script in the HTML report', () => {
  it('says what the script left in result, and whose word it is', () => {
    const value = render({ scriptResult: { kind: 'value', value: 0.1 + 0.2 } });
    expect(value).toContain('Result of the script, not verified');
    expect(value).toMatch(/class="figure">0\.3</);
    expect(value).toContain('exactly 0.30000000000000004');
    expect(value).toContain('Total return');
    const entries = [{ name: '<b>', value: '</td>' }];
    const listed = render({ scriptResult: { kind: 'record', entries, entryCount: 1 } });
    expect(listed).toContain('<bdi>&lt;b&gt;</bdi>');
    expect(listed).toContain('<bdi>&lt;/td&gt;</bdi>');
    expect(render()).not.toContain('Result of the script');
  });

  it('draws a result along its index, and cuts what no page could hold', () => {
    const steps = Array.from({ length: 300 }, (_, step) => step);
    const columns = [
      { name: 'day', kind: 'time' as const, values: steps.map((step) => step * 86_400_000) },
      ...Array.from({ length: 19 }, (_, place) => ({
        name: `x${place}`,
        kind: 'number' as const,
        values: steps.map((step) => (step === 5 ? null : step + place)),
      })),
    ];
    const table = { kind: 'table' as const, columns, indexCount: 1 };
    const page = render({ scriptResult: { ...table, rowCount: 9000, columnCount: 20 } });
    expect(page).toContain('first 300 of 9,000 rows, 19 columns.');
    expect(page).toContain('Shown are the first 200 rows and the first 12 columns');
    const path = /class="plot-4" d="(M[-0-9. L]+)"/.exec(page)?.[1];
    expect(path?.split('L')).toHaveLength(299);
    expect(page).not.toContain('class="plot-5"');
    expect(page).toContain('<bdi>x10</bdi>');
    expect(page).not.toContain('<bdi>x11</bdi>');
  });

  it('shows no figures of an account that nothing was decided for', () => {
    const manifest = { ...record.manifest, decisionCount: 0 };
    const page = render({ manifest, scriptResult: { kind: 'value', value: 42 } });
    expect(page).toMatch(/The script made no decisions: the account stayed at\s+100,000.00/);
    for (const text of ['Total return', 'There was no trade', '<svg', 'Assumptions']) {
      expect(page).not.toContain(text);
    }
    expect(page).toContain('Verified');
    expect(render({ manifest })).toContain('Total return');
  });

  it('names what could not be extracted', () => {
    const page = render({ extractionError: 'result["model"] is a <Forest>' });
    expect(page).toContain('Not everything could be extracted');
    expect(page).toContain('is a &lt;Forest&gt;');
  });
});
