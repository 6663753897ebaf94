import type { SourceAssessment } from '../../shared/contract/models/validation.ts';
import { printable } from './terminal.ts';

/** A line for each finding: where, which rule, its points, what it found; below it, what to do. */
export function describeFindings(
  findings: SourceAssessment['findings'],
  file: string,
): readonly string[] {
  return findings.flatMap(({ line, column, ruleId, points, message, fix }) => {
    const scored = points > 0 ? ` +${points}` : '';
    const found = printable(`  ${file}:${line}:${column}  ${ruleId}${scored}  ${message}`);
    return fix === '' ? [found] : [found, printable(`    ${fix}`)];
  });
}
