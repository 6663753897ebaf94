import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { networkWarning } from '../../../../shared/reports/network-warning.ts';
import { accountNotices } from './account-notices.ts';

type Finding = RunRecord['assessment']['findings'][number];

/** Something that must be read together with the figures; it cannot be closed. */
export interface RunNotice {
  readonly id: string;
  readonly tone: 'accent' | 'medium' | 'critical';
  readonly title: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Everything about a finished run that weakens trust in its figures, worst first. */
export function runNotices(record: RunRecord): readonly RunNotice[] {
  const { badges, sandbox, assessment, manifest } = record;
  const notices: RunNotice[] = [];
  const add = (
    id: string,
    tone: RunNotice['tone'],
    title: string,
    text: string,
    findings: readonly Finding[] = [],
  ) => notices.push({ id, tone, title, text, findings });

  if (badges.noLookAhead.state === 'failed') {
    add('look-ahead', 'critical', 'The strategy used the future', badges.noLookAhead.detail);
  }
  const network = networkWarning(record);
  if (network !== undefined) {
    add('network', 'medium', network.title, network.text);
  } else if (badges.isolated.state === 'failed') {
    add('isolated', 'critical', 'The sandbox was not as ordered', badges.isolated.detail);
  }
  if (badges.reproducible.state === 'failed') {
    add('reproducible', 'critical', 'Not reproducible', badges.reproducible.detail);
  }
  if (badges.verified.state === 'unknown') {
    add('unverified', 'medium', 'Not verified', badges.verified.detail);
  }
  if (sandbox.kind === 'embedded') {
    add('embedded', 'medium', 'Embedded sandbox, not a container', sandbox.reason);
  }
  const doubts = assessment.findings.filter(
    ({ family }) => family === 'look-ahead' || family === 'determinism',
  );
  if (doubts.length > 0) {
    const text = 'These lines may make the figures better than the strategy would have been.';
    add('doubts', 'medium', doubtsTitle(doubts), text, doubts);
  }
  if (record.extractionError !== null) {
    add('extraction', 'medium', 'Not everything could be extracted', record.extractionError);
  }
  for (const { id, tone, title, text } of accountNotices(record)) add(id, tone, title, text);
  if (manifest.acceptance !== undefined) {
    const { riskScore, riskLevel } = assessment;
    const title = `Accepted after review: risk ${riskScore} (${riskLevel})`;
    add('acceptance', 'accent', title, `“${manifest.acceptance.reason}”`);
  }
  return notices;
}

function doubtsTitle(findings: readonly Finding[]): string {
  const names = { 'look-ahead': 'look-ahead', determinism: 'repeatability' } as const;
  const present = (Object.keys(names) as (keyof typeof names)[]).filter((family) =>
    findings.some((finding) => finding.family === family),
  );
  return `Doubts about ${present.map((family) => names[family]).join(' and ')}`;
}
