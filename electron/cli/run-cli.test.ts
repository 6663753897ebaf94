import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTestCli } from './cli.fixture.ts';

const { cli, file, inFolder } = openTestCli();

const strategy = (body: string) => `import { Strategy } from 'stratbox';
export default class Test extends Strategy {
  onBar(bar) {
    ${body}
  }
}
`;

describe('validate', () => {
  it('prints one entry a file, in order, and nothing else', async () => {
    const good = file('good.js', strategy(''));
    const bad = file('bad.js', 'const = 1;');
    const { code, out } = await cli('validate', good, bad, '--json');
    const entries = JSON.parse(out) as Record<string, unknown>[];
    expect(entries.map((entry) => entry['file'])).toEqual([good, bad]);
    expect(entries[0]).toMatchObject({
      language: 'javascript',
      riskScore: 0,
      riskLevel: 'LOW',
      decision: 'allow',
      violations: [],
    });
    expect(entries[1]).toMatchObject({
      decision: 'reject',
      violations: [{ family: 'syntax', points: 0, line: 1, column: 7 }],
    });
    expect(code).toBe(3);
  });

  it('names a file that is not there, with exit code 2', async () => {
    const { code, out } = await cli('validate', inFolder('absent.js'), '--json');
    expect(code).toBe(2);
    const { error } = JSON.parse(out) as { error: { message: string } };
    expect(error.message).toContain('absent.js');
  });
});

describe('policy', () => {
  const evil = "eval('1');";

  it('is shown, changed and reset, and decides what validate says', async () => {
    const text = file('evil.js', evil);
    expect((await cli('policy')).out).toMatch(
      /Policy: standard \([0-9a-f]{12}\)\nKept in .*policy\.json/,
    );
    expect((await cli('validate', text)).out).toContain(
      'risk 30 (MEDIUM), review by the standard policy',
    );

    const strict = await cli('policy', 'set', 'strict');
    expect(strict.out).toMatch(/MEDIUM +30 to 70 +reject/);
    expect((await cli('validate', text)).out).toContain('reject by the strict policy');

    const dearer = await cli('policy', 'rule', 'dangerous-eval', '--points', '5', '--json');
    expect(JSON.parse(dearer.out)).toMatchObject({
      policy: { preset: 'strict', overrides: { 'dangerous-eval': { points: 5 } } },
    });
    const validated = await cli('validate', text);
    expect(validated).toMatchObject({ code: 0 });
    expect(validated.out).toContain('risk 5 (LOW), allow by the strict, changed policy');

    expect((await cli('policy', 'rule', 'dangerous-eval', '--off')).out).toContain('eval: off');
    expect((await cli('policy', 'rule', 'dangerous-eval', '--default')).out).toContain('strict (');
    expect((await cli('policy', 'reset')).out).toContain('standard (');
  });

  it.each([
    [['policy', 'set', 'lax'], 'strict, standard, research'],
    [['policy', 'set'], 'set PRESET'],
    [['policy', 'rule', 'dangerous-eval'], 'exactly one'],
    [['policy', 'rule', 'dangerous-eval', '--off', '--points', '3'], 'Give one of'],
    [['policy', 'rule', 'dangerus-eval', '--off'], 'no rule "dangerus-eval"'],
    [['policy', 'rule', 'later-bar', '--points', '3'], 'no points'],
    [['policy', 'rule', 'tangled-code', '--off'], 'always counts'],
    [['policy', 'show', '--off'], 'exactly one'],
    [['policy', 'loosen'], 'policy has no "loosen"'],
  ])('refuses %j with exit code 2', async (argv, word) => {
    const { code, said } = await cli(...argv);
    expect(code).toBe(2);
    expect(said).toContain(word);
    expect((await cli('policy')).out).toContain('Policy: standard (');
  });

  it('ends with 3 while its file cannot be used, and says where', async () => {
    writeFileSync(inFolder('home/policy.json'), '{\n"presett": "strict"}');
    const shown = await cli('policy');
    expect(shown.code).toBe(3);
    expect(shown.out).toContain('policy.json, line 2');
    const validated = await cli('validate', file('good.js', strategy('')));
    expect(validated.code).toBe(3);
    expect(validated.out).toContain('policy.json, line 2');
    expect((await cli('policy', 'set', 'strict')).code).toBe(2);
    expect((await cli('policy', 'reset')).code).toBe(0);
  });
});

describe('rules', () => {
  it('lists every rule, and tells one whole', async () => {
    const { out, code } = await cli('rules');
    expect(code).toBe(0);
    expect(out).toMatch(/^dangerous-eval +security +error +\+30 /m);
    expect(out).toMatch(/^later-bar +look-ahead +error +\S/m);
    const one = await cli('rules', 'later-bar');
    for (const word of ['Found:', 'Left alone:', 'bars[i + 1]']) expect(one.out).toContain(word);
    const json = JSON.parse((await cli('rules', '--json')).out) as { id: string }[];
    expect(json.find(({ id }) => id === 'later-bar')).toMatchObject({
      family: 'look-ahead',
      points: 0,
    });
    expect(await cli('rules', 'nothing')).toMatchObject({ code: 2 });
  });
});

describe('run', () => {
  it('prints the verified result as one document', async () => {
    const { code, out } = await cli(
      ...['run', 'examples/sma-cross.js', '--sandbox', 'embedded', '--json'],
      ...['--param', 'fast=20', '--cash', '50000', '--from', '2010-01-01'],
    );
    const run = JSON.parse(out) as {
      equity: { equity: number }[];
      metrics: Record<string, number>;
    };
    expect(code).toBe(0);
    expect(run).toMatchObject({
      status: 'done',
      sandbox: 'embedded',
      badges: { verified: { state: 'passed' } },
      manifest: { parameters: { fast: 20 }, settings: { initialCash: 50_000 } },
    });
    expect(run.equity[0]?.equity).toBe(50_000);
    const expected = (run.equity.at(-1)?.equity as number) / 50_000 - 1;
    expect(run.metrics['total_return']).toBeCloseTo(expected, 12);
    const names = ['annual_return', 'sharpe_ratio', 'max_drawdown', 'win_rate', 'trade_count'];
    for (const name of names) expect(run.metrics[name]).toBeTypeOf('number');
  });

  it('ends with 1 when the strategy fails, 3 when it is blocked, 2 for bad usage', async () => {
    const throwing = file(
      'throwing.js',
      strategy("if (bar.index === 57) throw new Error('boom');"),
    );
    const failed = await cli('run', throwing, '--sandbox', 'embedded', '--json');
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.out)).toMatchObject({ status: 'failed', error: { line: 4, bar: 57 } });

    const blocked = await cli('run', file('syntax.js', 'const ='), '--sandbox', 'embedded');
    expect(blocked.code).toBe(3);

    for (const argv of [
      ['run'],
      ['run', throwing, '--fill', 'never'],
      ['run', throwing, '--cash', 'much'],
      ['run', throwing, '--cash', '-1'],
      ['run', throwing, '--param', 'nonsense'],
      ['run', throwing, '--bogus'],
      ['run', throwing, '--data', 'absent.csv'],
      ['run', throwing, '--from', '2001'],
      ['run', throwing, '--commission', 'per-share'],
      ['run', throwing, '--slippage', 'ticks'],
      ['run', throwing, '--leverage', '0'],
      ['run', throwing, '--interval', 'yearly'],
      ['run', throwing, '--trials', '0'],
      ['run', throwing, '--data', 'sp500,absent'],
      ['run', throwing, '--data', 'sp500,sp500'],
      ['run', throwing, '--benchmark', 'absent'],
      ['run', throwing, '--session-start', 'noon'],
      ['dance'],
    ]) {
      const { code, said } = await cli(...argv);
      expect(code, argv.join(' ')).toBe(2);
      expect(said, argv.join(' ')).not.toBe('');
    }
  });

  it('takes a wrong parameter for wrong usage', async () => {
    for (const given of ['fast=abc', 'fast=1000', 'fst=3']) {
      const { code, said } = await cli(
        ...['run', 'examples/sma-cross.js', '--sandbox', 'embedded', '--param', given],
      );
      expect([given, code]).toEqual([given, 2]);
      expect(said).toContain('--param');
    }
  });

  it('lists what blocked a run with its points, and says how to accept it', async () => {
    const doubtful = file('doubtful.js', strategy('const make = eval; make.name;'));
    const blocked = await cli('run', doubtful, '--sandbox', 'embedded');
    expect(blocked.code).toBe(3);
    expect(blocked.out).toMatch(/doubtful:4:\d+ {2}\S+ \+30/);
    expect(blocked.out).toContain('--accept "');
    const rejected = await cli('run', file('wrong.js', 'const ='), '--sandbox', 'embedded');
    expect(rejected.out).toMatch(/wrong:1:\d+ {2}syntax-error/);
    expect(rejected.out).not.toContain('--accept');
  });

  it('keeps what was accepted of a text until it is taken back', async () => {
    const path = file('accepted.js', `${strategy('')}\nconst held = () => eval;`);
    const runs = ['run', path, '--sandbox', 'embedded'];
    expect((await cli(...runs, '--accept', 'never called')).code).toBe(0);
    expect(await cli('validate', path)).toMatchObject({ code: 0 });
    const again = await cli(...runs);
    expect(again.code).toBe(0);
    expect(again.out).toContain('reviewed and accepted: never called');
    expect((await cli('policy', 'revoke', path)).out).toContain('Taken back: "never called"');
    expect((await cli(...runs)).code).toBe(3);
    expect((await cli('policy', 'revoke', path)).out).toContain('Nothing that counts');
  });

  it('runs on a CSV file, and names the row of a broken one', async () => {
    const rows = ['date,open,high,low,close,volume'];
    for (let day = 1; day <= 28; day += 1) {
      rows.push(
        `2024-01-${String(day).padStart(2, '0')},${day},${day + 1},${day - 0.5},${day},100`,
      );
    }
    const data = file('prices.csv', rows.join('\n'));
    const source = file('hold.js', strategy('if (bar.index === 0) this.orderTargetPercent(1);'));
    const { code, out } = await cli(
      'run',
      source,
      '--data',
      data,
      '--sandbox',
      'embedded',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ manifest: { barCount: 28 } });

    rows[12] = '2024-01-12,12,13,11,oops,100';
    const broken = await cli('run', source, '--data', file('broken.csv', rows.join('\n')));
    expect(broken.code).toBe(2);
    expect(broken.said).toMatch(/13.*close.*oops/s);
    const empty = await cli('data', 'import', file('empty.csv', ''));
    expect(empty.code).toBe(2);
    expect(empty.said).toMatch(/empty/i);
  });
});

describe('report and history', () => {
  it('writes the last run in every format', async () => {
    await cli('run', 'examples/buy-and-hold.js', '--sandbox', 'embedded');
    const html = inFolder('report.html');
    expect((await cli('report', 'last', '--format', 'html', '--out', html)).code).toBe(0);
    expect(readFileSync(html, 'utf8')).toContain('<svg');
    const csv = inFolder('report.csv');
    const { said } = await cli('report', 'last', '--format', 'csv', '--out', csv);
    expect(said).toContain(inFolder('report-equity.csv'));
    expect(readFileSync(inFolder('report-equity.csv'), 'utf8').split('\r\n')[0]).toContain(
      'equity',
    );
    const json = inFolder('report.json');
    await cli('report', 'last', '--format', 'json', '--out', json);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ status: 'done' });

    const list = await cli('history', 'list', '--json');
    expect((JSON.parse(list.out) as unknown[]).length).toBeGreaterThan(0);
    expect((await cli('report', 'none', '--out', json)).code).toBe(2);
  });
});
