import { randomUUID } from 'node:crypto';
import { runRecordSchema, type RunRecord } from '../../../shared/contract/models/run.ts';
import { defaultPreferences } from '../../../shared/contract/models/workspace.ts';

/** A small but complete run, for tests of what keeps and reads runs. */
export function exampleRecord(startedAt = 1_700_000_000_000): RunRecord {
  const { settings, limits } = defaultPreferences;
  const badge = { state: 'passed', detail: 'checked' } as const;
  return runRecordSchema.parse({
    summary: {
      runId: randomUUID(),
      name: 'SMA cross "2"; DROP TABLE runs',
      language: 'javascript',
      datasetName: 'S&P 500',
      startedAt,
      status: 'done',
      sandboxKind: 'docker',
      verified: true,
      riskScore: 0,
      totalReturn: 0.1,
      sharpeRatio: null,
      maxDrawdown: -0.05,
      tradeCount: 1,
    },
    source: 'export default class {} // ünï\u0000code \u2028',
    status: 'done',
    assessment: {
      language: 'javascript',
      sourceHash: 'a'.repeat(64),
      riskScore: 0,
      riskLevel: 'LOW',
      decision: 'allow',
      findings: [],
    },
    sandbox: { kind: 'docker', reason: 'ready' },
    badges: {
      validated: badge,
      isolated: badge,
      verified: badge,
      noLookAhead: badge,
      reproducible: badge,
    },
    error: null,
    metrics: [],
    curve: { time: [0, 1], equity: [1, 1.1], drawdown: [0, 0], benchmark: [1, 1] },
    trades: [],
    rejections: [],
    log: [{ level: 'log', text: 'hello', bar: null }],
    logTruncated: false,
    manifest: {
      stratbox: '0.1.0',
      sourceHash: 'a'.repeat(64),
      datasetId: 'sp500',
      datasetName: 'S&P 500',
      dataHash: 'b'.repeat(64),
      from: '2000-01-03',
      to: '2020-04-17',
      barCount: 2,
      parameters: { fast: 10 },
      settings,
      limits,
      sandbox: 'docker',
      imageId: null,
      decisionCount: 0,
      decisionsHash: 'c'.repeat(64),
      equityHash: 'd'.repeat(64),
    },
    timings: { total: 1, validate: 0, prepare: 0, execute: 1, replay: 0 },
  });
}
