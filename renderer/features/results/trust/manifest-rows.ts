import { describePolicy } from '../../../../shared/contract/models/policy.ts';
import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { describeLimits } from '../../../../shared/reports/describe-resources.ts';
import { formatDuration } from '../format/format-date.ts';
import { formatCount } from '../format/format-number.ts';

/** One line of the manifest. A hash is printed short and copied whole. */
export interface ManifestRow {
  readonly label: string;
  readonly value: string;
  readonly isHash: boolean;
}

/** Everything needed to run this again and to compare: hashes first. */
export function manifestRows(record: RunRecord): readonly ManifestRow[] {
  const { manifest, sandbox, timings } = record;
  const rows: ManifestRow[] = [];
  const hash = (label: string, value: string) => rows.push({ label, value, isHash: true });
  const text = (label: string, value: string) => rows.push({ label, value, isHash: false });

  hash('Source', manifest.sourceHash);
  if (manifest.policy !== null) hash('Policy', manifest.policy.hash);
  hash('Data', manifest.dataHash);
  for (const more of manifest.moreDatasets) hash(`Data of ${more.symbol}`, more.hash);
  for (const table of manifest.tables) hash(`Table ${table.id}`, table.hash);
  if (manifest.benchmark !== null) hash('Benchmark', manifest.benchmark.hash);
  hash('Decisions', manifest.decisionsHash);
  hash('Equity', manifest.equityHash);
  if (manifest.resultHash !== '') hash('Result of the script', manifest.resultHash);
  if (manifest.imageId !== null) hash('Sandbox image', manifest.imageId);
  text('Sandbox', [manifest.sandbox, sandbox.engine].filter(Boolean).join(', '));
  text('Chosen because', sandbox.reason);
  text('Stratbox', `${manifest.stratbox}, engine ${manifest.engine}`);
  text('Data set', manifest.datasetId);
  text('Further data sets', manifest.moreDatasets.map(({ id }) => id).join(', '));
  text('Tables given', manifest.tables.map(({ name }) => name).join(', '));
  text('Benchmark data set', manifest.benchmark?.id ?? '');
  text('Orders decided', formatCount(manifest.decisionCount, 'order'));
  if (manifest.policy !== null) text('Judged by policy', describePolicy(manifest.policy));
  text('Parameters', describeParameters(manifest.parameters));
  text('Limits', describeLimits(manifest.limits));
  text(
    'Time spent',
    (['validate', 'prepare', 'execute', 'replay'] as const)
      .map((stage) => `${stage} ${formatDuration(timings[stage])}`)
      .join(', '),
  );
  return rows.filter(({ value }) => value !== '');
}

/** "sha256:0123456789ab…cdef" as "0123456789ab…cdef": enough to compare two by eye. */
export function shortHash(hash: string): string {
  const digits = hash.slice(hash.indexOf(':') + 1);
  return digits.length <= 20 ? digits : `${digits.slice(0, 12)}…${digits.slice(-4)}`;
}

function describeParameters(parameters: RunRecord['manifest']['parameters']): string {
  const entries = Object.entries(parameters).map(([name, value]) => `${name} = ${String(value)}`);
  return entries.length === 0 ? 'none' : entries.join(', ');
}
