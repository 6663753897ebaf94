import { describe, expect, it } from 'vitest';
import { openTestCli } from './cli.fixture.ts';

const { cli, file } = openTestCli();

const trades = () => file('trades.csv', 'time,symbol,profit\n2024-01-02,A,5\n2024-01-03,B,-1\n');
const limits = () => file('limits.csv', 'symbol,most\nA,5\n');
const script = (value: string) =>
  file('script.js', `import { load } from 'stratbox';\nexport const result = ${value};\n`);

describe('tables at the command line', () => {
  it('are imported and listed', async () => {
    const { out } = await cli('data', 'import', trades());
    expect(out).toBe(
      'Added trades as "trades": a table of 2 rows with time (time), symbol (text), profit (number).',
    );
    await cli('data', 'import', limits());
    const listed = (await cli('data', 'list')).out.split('\n');
    expect(listed.find((line) => line.startsWith('trades'))).toMatch(
      /^trades +trades +table +2 rows +2024-01-02 to 2024-01-03$/,
    );
    expect(listed.find((line) => line.startsWith('limits'))).toMatch(/table +1 row$/);
  });

  it('are given to a run by name or path, and its result is printed', async () => {
    const source = script("{ profit: load('trades')[0].profit, most: load('limits')[0].most }");
    const given = ['--table', `${trades()},${limits()}`, '--sandbox', 'embedded'];
    const text = await cli('run', source, ...given);
    expect(text.code).toBe(0);
    expect(text.out).toContain('Result, computed by the strategy and not verified:\n  profit  5\n');
    const { out } = await cli('run', source, ...given, '--json');
    expect(JSON.parse(out)).toMatchObject({
      scriptResult: { kind: 'record', entryCount: 2 },
      extractionError: null,
      manifest: { tables: [{ id: 'trades' }, { id: 'limits' }] },
    });
  });

  it('are told from bars', async () => {
    const source = script('1');
    const asBars = await cli('run', source, '--data', trades(), '--sandbox', 'embedded');
    expect([asBars.code, asBars.said]).toEqual([2, expect.stringContaining('is a table')]);
    const asTable = await cli('run', source, '--table', 'sp500', '--sandbox', 'embedded');
    expect([asTable.code, asTable.said]).toEqual([2, expect.stringContaining('holds bars')]);
  });
});
