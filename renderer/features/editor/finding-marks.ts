import type { Finding, Severity } from '../../../shared/validation/types.ts';
import type { Tone } from '../../ui/tone.ts';
import { plainText } from '../../ui/plain-text.ts';
import { toneOfSeverity } from '../../ui/tone.ts';

/** A squiggle with its hover, in Monaco's terms but without Monaco. */
export interface Marker {
  readonly severity: Severity;
  readonly message: string;
  readonly code: string;
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** What stands behind a line's end and in its gutter. */
export interface LineNote {
  readonly line: number;
  readonly tone: Tone;
  readonly text: string;
  /** Markdown in which nothing of the findings is read as markup. */
  readonly hover: string;
}

/** A message as one text: Monaco shows markers as plain text, so it needs no escaping. */
export function markersOf(findings: readonly Finding[]): Marker[] {
  return findings.map((finding) => ({
    severity: finding.severity,
    message: plainText(
      finding.fix === '' ? finding.message : `${finding.message}\n→ ${finding.fix}`,
    ),
    code: finding.ruleId,
    startLineNumber: finding.line,
    startColumn: finding.column,
    endLineNumber: finding.endLine,
    endColumn: finding.endColumn,
  }));
}

/** One note a line, in the colour of its worst finding. */
export function lineNotesOf(findings: readonly Finding[]): LineNote[] {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
  }
  return [...byLine].map(([line, found]) => ({
    line,
    tone: worstTone(found),
    text: found.map(labelOf).join('   '),
    hover: found
      .map(({ message, fix }) => `${markdownOf(message)}  \n→ ${markdownOf(fix)}`)
      .join('\n\n'),
  }));
}

const markdownOf = (text: string) => escapeMarkdown(plainText(text));

function labelOf({ points, ruleId }: Finding): string {
  return points > 0 ? `+${points} ${ruleId}` : ruleId;
}

/** Points decide where there are any: the steps are those of the risk levels. */
export function toneOfFinding({ points, severity }: Pick<Finding, 'points' | 'severity'>): Tone {
  if (points >= 40) return 'critical';
  if (points >= 20) return 'high';
  if (points > 0) return 'medium';
  return toneOfSeverity(severity);
}

const order: readonly Tone[] = ['neutral', 'accent', 'low', 'medium', 'high', 'critical'];

function worstTone(findings: readonly Finding[]): Tone {
  return findings
    .map(toneOfFinding)
    .reduce((worst, tone) => (order.indexOf(tone) > order.indexOf(worst) ? tone : worst));
}

/** Messages quote the strategy's own text, which must not become links, images or commands. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~<>&:]/g, (character) => `\\${character}`)
    .replaceAll(/\s+/g, ' ');
}
