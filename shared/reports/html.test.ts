import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noPeriods } from '../contract/models/periods.ts';
import type { RunRecord } from '../contract/models/run.ts';
import { testRecord, testTrades } from '../contract/testing/test-record.ts';
import { exampleRun, tableSaying } from './example-record.fixture.ts';
import { createReport } from './index.ts';

const { record } = exampleRun();
const render = (changes: Partial<RunRecord> = {}) =>
  createReport('html', exampleRun(changes as Parameters<typeof exampleRun>[0], 300))[0]?.content ??
  '';

/** Every tag of a page, as written; text that is escaped has no "<". */
const tagsOf = (page: string) => page.replace(/<style>[^<]*<\/style>/g, '').match(/<[^>]*>/g) ?? [];

/** A run in which everything that a stranger can write says `text`. */
const saying = (text: string): Partial<RunRecord> => ({
  summary: { ...record.summary, name: text },
  source: text,
  trades: testTrades(3).map((trade, index) => ({
    ...trade,
    tag: text,
    symbol: index === 0 ? text : 'B',
  })),
  log: [{ level: 'error', text, bar: 1 }],
  events: [
    { bar: 1, time: 0, decisionBar: 0, order: 1, symbol: text, reason: 'expired', message: text },
  ],
  eventCount: 1,
  account: {
    finalCash: 1,
    interest: 1,
    borrowFees: 1,
    staleBars: 1,
    positions: [{ symbol: text, quantity: 2 }],
  },
  plots: [{ name: text, time: [0, 1, 2], value: [1, 2, 3] }],
  scriptResult: tableSaying(text),
  extractionError: text,
  badges: { ...record.badges, verified: { state: 'failed', detail: text } },
  error: { code: 'internal', message: text, hint: text },
  sandbox: { kind: 'docker', reason: text, engine: text },
  assessment: {
    ...record.assessment,
    findings: [
      {
        ruleId: text,
        family: 'security',
        severity: 'error',
        points: 1,
        message: text,
        fix: text,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
      },
    ],
  },
  manifest: {
    ...record.manifest,
    datasetName: text,
    moreDatasets: [{ id: text, name: text, symbol: text, hash: text }],
    benchmark: { id: text, name: text, hash: text },
    tables: [{ id: text, name: text, hash: text }],
    parameters: { [text]: text },
    policy: { preset: 'standard', changed: true, hash: text },
    acceptance: {
      sourceHash: text,
      policyHash: text,
      reason: text,
      acceptedAt: 0,
      findings: [],
    },
  },
});

const tags =
  'bdi b body code dd div dl dt em footer h1 h2 h3 head header html li main meta ol p path pre section span style svg table tbody td text th thead title tr ul';
const attributes =
  'aria-hidden aria-labelledby charset class content d height http-equiv id lang name role scope viewBox width x y';

describe('the HTML report', () => {
  it('warns of a run with network once, before any figure, and says what a run took', () => {
    const { manifest, badges } = record;
    const page = render({
      manifest: { ...manifest, limits: { ...manifest.limits, network: 'bridge' } },
      badges: { ...badges, isolated: { state: 'failed', detail: 'it ran with network' } },
      resources: {
        ...{ samples: [], measured: 2, peakMemory: 84e6, peakCpu: 1, meanCpu: 0.5, note: '' },
        allowed: { memory: 512 * 1024 * 1024, cpus: 1 },
      },
    });
    expect(page).toContain('Ran with network: not isolated, not reproducible');
    expect(page.indexOf('Ran with network')).toBeLessThan(page.indexOf('Total return'));
    expect(page).not.toContain('Failed: Isolated');
    expect(page).toContain('with network (bridge)');
    expect(page).toContain('Memory at most 80 MB of 512 MB; processor 50% of 1 CPU');
    expect(render()).not.toContain('Ran with network');
    expect(render()).not.toContain('>Used<');
  });

  it('is one page without a script and without any request', () => {
    const [file, ...others] = createReport('html', exampleRun());
    expect(others).toEqual([]);
    expect(file?.fileName).toBe('SMA-crossover.html');
    const page = file?.content ?? '';
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page).toContain(
      `http-equiv="Content-Security-Policy"\n          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`,
    );
    expect(page.match(/<style>[^<]*<\/style>/g)?.join('')).not.toMatch(/url\(|@import|expression/);
  });

  it('is made of a short list of tags and attributes, quoted each, and nothing else', () => {
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      `' onmouseover='alert(1)`,
      '</pre></style></title><svg onload=alert(1)>',
      '<!-- --!>',
      '${alert(1)}',
    ]) {
      const page = render(saying(text));
      for (const tag of tagsOf(page).slice(1)) {
        const parts = /^<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*\/?>$/.exec(tag);
        expect(parts, tag).not.toBeNull();
        expect(tags.split(' ')).toContain(parts?.[2]);
        for (const [, name] of parts?.[3]?.matchAll(/\s([a-zA-Z-]+)="/g) ?? []) {
          expect(attributes.split(' ')).toContain(name);
        }
      }
    }
  });

  it('has the same tags whatever a stranger writes', () => {
    const plain = tagsOf(render(saying('x')));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (text) => {
        expect(tagsOf(render(saying(text)))).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('says which policy judged the run', () => {
    const { manifest, assessment } = testRecord();
    const policy = { preset: 'strict', changed: true, hash: 'f'.repeat(64) } as const;
    const page = render({
      assessment: { ...assessment, policy },
      manifest: { ...manifest, policy },
    });
    expect(page).toContain('the strict, changed policy says: allow');
    expect(page).toContain(`${'f'.repeat(64)} (strict, changed)`);
    const old = render({
      assessment: { ...assessment, policy: null },
      manifest: { ...manifest, policy: null },
    });
    expect(old).toContain('the policy says: allow');
  });

  it('shows the exact source, and makes characters that reorder it visible', () => {
    const page = render({ source: '\nif (a < b && "c") {\n\t/*\u202e*/ }' });
    expect(page).toContain(
      '<pre class="source">\n\nif (a &lt; b &amp;&amp; &quot;c&quot;) {\n\t/*⟦U+202E⟧*/ }</pre>',
    );
  });

  it('says every figure with its formula and its note', () => {
    const page = render();
    expect(record.metrics.length).toBeGreaterThan(20);
    for (const { label, formula } of exampleRun({}, 300).record.metrics) {
      expect(page).toContain(label);
      expect(page).toContain(formula);
    }
    expect(page).toContain('annualised with 365 periods a year');
    expect(page).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('draws three lines of all sampled points', () => {
    const page = render();
    for (const name of ['equity', 'held', 'drawdown']) {
      const path = new RegExp(`class="${name}" d="(M[-0-9. L]+)"`).exec(page)?.[1];
      expect(path?.split('L')).toHaveLength(300);
    }
  });

  it.each([
    ['a calm account', [100_000, 100_250.5, 100_400], 0.004],
    ['a million and a little', [1e6, 1e6 + 1, 1e6 + 2], 1e-6],
    ['around a thousand', [980, 1005, 1010], 0.02],
    ['below zero', [100, -50, 20], 1.5],
  ])('labels no two lines of an axis alike: %s', (_, equity, depth) => {
    const time = equity.map((__, bar) => bar * 86_400_000);
    const curve = { time, equity, benchmark: equity, drawdown: [0, -depth, 0] };
    const labels = [
      ...render({ curve, periods: noPeriods }).matchAll(/<text\s+x="924"[^>]*>([^<]+)<\/text/g),
    ].map(([, label]) => label?.trim());
    expect(labels.length).toBeGreaterThan(4);
    const shares = labels.filter((label) => label?.endsWith('%'));
    const money = labels.filter((label) => !label?.endsWith('%'));
    expect(new Set(shares).size).toBe(shares.length);
    expect(new Set(money).size).toBe(money.length);
  });

  it('shows symbols only when there are several, and marks what was assumed', () => {
    const [first, ...rest] = testTrades(3);
    if (first === undefined) throw new Error('no trade');
    const plain = render({ trades: [first, ...rest] });
    expect(plain).not.toContain('>Symbol</th>');
    expect(plain).not.toContain('class="assumed"');
    const page = render({ trades: [{ ...first, symbol: 'GOLD', assumed: true }, ...rest] });
    expect(page).toContain('>Symbol</th>');
    expect(page).toContain('<bdi>GOLD</bdi>');
    expect(page.match(/class="assumed">assumed</g)).toHaveLength(1);
    expect(page).toContain('1 trade marked “assumed”');
  });

  it('says what kept orders from being filled, when and why', () => {
    const event = { bar: 3, decisionBar: 2, order: 7, symbol: 'SPX', message: 'Order 7 expired' };
    const events = [{ ...event, time: Date.UTC(2001, 1, 3), reason: 'expired' as const }];
    const page = render({ events, eventCount: 1 });
    expect(page).toMatch(/2001-02-03<\/td>\s*<td class="reason">expired<\/td>/);
    expect(render()).not.toContain('Order events');
  });

  it('draws what the strategy plotted, and says whose word it is', () => {
    const time = [Date.UTC(2001, 0, 1), Date.UTC(2001, 0, 2), Date.UTC(2001, 0, 3)];
    const plots = [
      { name: 'fast', time, value: [1000, 1010, 1020] },
      { name: 'rsi', time, value: [20, 50, 80] },
    ];
    const page = render({ plots });
    expect(page).toContain('Plotted by the strategy, not verified');
    for (const name of ['plot-1', 'plot-2']) {
      const path = new RegExp(`class="${name}" d="(M[-0-9. L]+)"`).exec(page)?.[1];
      expect(path?.split('L')).toHaveLength(3);
    }
    expect(render()).not.toContain('Plotted');
  });

  it('tells what the account held at the end, and every rule', () => {
    const account = {
      finalCash: 1234.5,
      interest: 0,
      borrowFees: 12,
      staleBars: 0,
      positions: [{ symbol: 'SPX', quantity: -3 }],
    };
    const page = render({ account });
    for (const text of ['1,234.50', '−3 SPX', 'Borrow fees paid', 'Commission is 0.05%']) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('Interest received');
  });

  it('marks figures that are not verified, each of them', () => {
    const verified = render();
    expect(verified).not.toMatch(/not verified/i);
    for (const state of ['failed', 'unknown'] as const) {
      const badges = { ...record.badges, verified: { state, detail: 'The replay differs.' } };
      const page = render({ badges });
      expect(page).toContain('Not verified. Do not rely on these figures.');
      expect(page).toMatch(/<title>\s*NOT VERIFIED/);
      const marks = page.match(/class="mark">not verified</g) ?? [];
      expect(marks).toHaveLength(record.metrics.length + 6);
    }
  });

  it('warns of every other promise that failed', () => {
    const badges = {
      ...record.badges,
      noLookAhead: { state: 'failed', detail: 'Bar 57 changed.' } as const,
    };
    expect(render({ badges })).toContain('Failed: No look-ahead');
    expect(render()).not.toContain('Failed:');
  });

  it('says when it shows only the first trades, and when there were none', () => {
    const many = render({ trades: testTrades(1200) });
    expect(many).toContain('The first 500 of 1,200 trades; the CSV report has all.');
    expect(many.match(/<td class="tag">/g)).toHaveLength(500);
    expect(render({ trades: [] })).toContain('There was no trade.');
  });

  it('is a page also for a run without a result', () => {
    const empty = { time: [], equity: [], drawdown: [], benchmark: [] };
    const page = render({ metrics: [], periods: noPeriods, trades: [], curve: empty, log: [] });
    expect(page).toContain('The strategy');
    expect(page).not.toContain('<svg');
  });
});
