import { maximumSourceLength } from '../../../shared/contract/models/validation.ts';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { judgeSource } from '../../app/run/judge-source.ts';
import { exitCodes } from '../exit-codes.ts';
import { languageOf, readTextFile } from '../files.ts';
import { readOptions, usageError } from '../options.ts';
import { describeFindings } from '../describe-findings.ts';
import type { Terminal } from '../terminal.ts';

/** `validate FILE… [--json]`: judges files without running them. */
export async function validate(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
  if (positionals.length === 0) throw usageError('validate needs at least one file.');
  const judged = positionals.map((file) => {
    const source = readTextFile(file, maximumSourceLength);
    return { file, assessment: judgeSource(source, languageOf(file)) };
  });
  if (values.json === true) terminal.out(JSON.stringify(judged.map(toJson), null, 2));
  else for (const { file, assessment } of judged) terminal.out(describe(file, assessment));
  const blocked = judged.some(({ assessment }) => assessment.decision !== 'allow');
  return blocked ? exitCodes.blocked : exitCodes.done;
}

function toJson({ file, assessment }: { file: string; assessment: SourceAssessment }) {
  const { findings, ...judgement } = assessment;
  return {
    file,
    ...judgement,
    violations: findings.map(({ severity, fix, ...finding }) => ({ ...finding, severity, fix })),
  };
}

function describe(file: string, assessment: SourceAssessment): string {
  const { riskScore, riskLevel, decision, findings } = assessment;
  const isJudged = !findings.some(({ family }) => family === 'syntax');
  const risk = isJudged ? `risk ${riskScore} (${riskLevel})` : 'not judged';
  return [`${file}: ${risk}, ${decision}`, ...describeFindings(findings, file)].join('\n');
}
