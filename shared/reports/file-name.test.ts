import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleRun } from './example-record.fixture.ts';
import { reportFileName, safeName } from './file-name.ts';

describe('safeName', () => {
  it.each([
    ['SMA crossover', 'SMA-crossover'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\win.ini', 'C-Windows-win-ini'],
    ['sma.js', 'sma-js'],
    ['con', 'strategy-con'],
    ['LPT1', 'strategy-LPT1'],
    ['console', 'console'],
    ['<img src=x onerror=alert(1)>', 'img-src-x-onerror-alert-1'],
    ['=cmd|calc', 'cmd-calc'],
    ['אסטרטגיה', 'אסטרטגיה'],
    ['report\u202egnp.exe', 'report-gnp-exe'],
    ['...', 'strategy'],
    ['', 'strategy'],
    ['\ud800', 'strategy'],
    ['a'.repeat(120), 'a'.repeat(56)],
  ])('%j becomes %j', (name, file) => {
    expect(safeName(name)).toBe(file);
  });

  it('gives a name that every file system takes, whatever the strategy is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (name) => {
        const file = `${safeName(name)}-NOT-VERIFIED-equity.csv`;
        expect(file).toMatch(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*\.csv$/u);
        expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});

describe('reportFileName', () => {
  it('says when the figures are not verified', () => {
    const { record } = exampleRun();
    expect(reportFileName(record, '.html')).toBe('SMA-crossover.html');
    const { badges } = record;
    for (const state of ['failed', 'unknown'] as const) {
      const unsure = { ...record, badges: { ...badges, verified: { state, detail: '' } } };
      expect(reportFileName(unsure, '.html')).toBe('SMA-crossover-NOT-VERIFIED.html');
    }
  });
});
