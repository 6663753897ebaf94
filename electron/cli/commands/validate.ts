import { describePolicy } from '../../../shared/contract/models/policy.ts';
import { maximumSourceLength } from '../../../shared/contract/models/validation.ts';
import type { CheckedSource } from '../../../shared/contract/models/validation.ts';
import { withApp } from '../client.ts';
import { describeFindings } from '../describe-findings.ts';
import { exitCodes } from '../exit-codes.ts';
import { languageOf, readTextFile } from '../files.ts';
import { readOptions, usageError } from '../options.ts';
import { jsonText, printable, type Terminal } from '../terminal.ts';

interface Judged {
  readonly file: string;
  readonly assessment: CheckedSource;
}

/** `validate FILE… [--json]`: judges files by the workspace's policy, without running them. */
export async function validate(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
  if (positionals.length === 0) throw usageError('validate needs at least one file.');
  const texts = positionals.map((file) => ({
    file,
    source: readTextFile(file, maximumSourceLength),
    language: languageOf(file),
  }));
  return withApp(async (call) => {
    const judged: Judged[] = [];
    for (const { file, ...text } of texts) {
      judged.push({ file, assessment: await call('validation.check', text) });
    }
    if (values.json === true) terminal.out(jsonText(judged.map(toJson)));
    else for (const one of judged) terminal.out(describe(one));
    return judged.every(mayRun) ? exitCodes.done : exitCodes.blocked;
  });
}

function mayRun({ assessment: { decision, acceptance } }: Judged): boolean {
  return decision === 'allow' || (decision === 'review' && acceptance !== null);
}

function toJson({ file, assessment }: Judged) {
  const { findings, ...judgement } = assessment;
  return {
    file,
    ...judgement,
    violations: findings.map(({ severity, fix, ...finding }) => ({ ...finding, severity, fix })),
  };
}

function describe({ file, assessment }: Judged): string {
  const { riskScore, riskLevel, decision, findings, policy, acceptance } = assessment;
  const isJudged = !findings.some(({ family }) => family === 'syntax');
  const risk = isJudged ? `risk ${riskScore} (${riskLevel})` : 'not judged';
  const by = isJudged && policy !== null ? ` by the ${describePolicy(policy)} policy` : '';
  const heading = `${file}: ${risk}, ${decision}${by}`;
  const accepted = acceptance === null ? [] : [printable(`  accepted: ${acceptance.reason}`)];
  return [heading, ...accepted, ...describeFindings(findings, file)].join('\n');
}
