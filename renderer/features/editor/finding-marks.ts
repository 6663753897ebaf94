import type { Finding, Severity } from '../../../shared/validation/types.ts';
import { plainText } from '../../ui/plain-text.ts';
import { toneOfSeverity, type Tone } from '../../ui/tone.ts';
import { ruleOf } from '../rules/rule-of.ts';

/** A squiggle with its hover, in Monaco's terms but without Monaco. */
export interface Marker {
  readonly severity: Severity;
  /** Shown as plain text, its first line as a heading. */
  readonly message: string;
  readonly source: string;
  readonly ruleId: string;
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** What stands behind a line's end and in its gutter. */
export interface LineNote {
  readonly line: number;
  readonly tone: Tone;
  readonly severity: Severity;
  readonly text: string;
  /** Markdown in which nothing of the findings is read as markup. */
  readonly hover: string;
}

const sources = {
  'look-ahead': 'look-ahead',
  determinism: 'not repeatable',
  syntax: 'syntax',
} as const;

/** What a finding costs, or the axis that it is on. */
export function weightOf({ family, points }: Pick<Finding, 'family' | 'points'>): string {
  if (family !== 'security') return sources[family];
  return `+${points} ${points === 1 ? 'point' : 'points'}`;
}

/** Title, what was found, why it matters, what to write instead: one paragraph each, without markup. */
function paragraphsOf({ ruleId, message, fix }: Finding): string[] {
  const rule = ruleOf(ruleId);
  const remedy = fix === '' ? '' : `→ ${fix}`;
  return [rule?.title ?? '', message, rule?.explain ?? '', remedy]
    .filter((text) => text !== '')
    .map(plainText);
}

/** Monaco shows a marker's message as plain text, so it needs no escaping. */
export function markersOf(findings: readonly Finding[]): Marker[] {
  return findings.map((finding) => ({
    severity: finding.severity,
    message: paragraphsOf(finding).join('\n'),
    source: weightOf(finding),
    ruleId: finding.ruleId,
    startLineNumber: finding.line,
    startColumn: finding.column,
    endLineNumber: finding.endLine,
    endColumn: finding.endColumn,
  }));
}

/** One note a line, in the colour of its worst finding. */
export function lineNotesOf(findings: readonly Finding[]): LineNote[] {
  const byLine = Map.groupBy(findings, ({ line }) => line);
  return [...byLine].map(([line, found]) => ({
    line,
    tone: worst(found.map(toneOfFinding), tones),
    severity: worst(
      found.map(({ severity }) => severity),
      severities,
    ),
    text: labelsOf(found).join('   '),
    hover: found.map(hoverOf).join('\n\n---\n\n'),
  }));
}

function hoverOf(finding: Finding): string {
  const [title = '', ...others] = paragraphsOf(finding).map(escapeMarkdown);
  return [`**${title}** · ${escapeMarkdown(weightOf(finding))}`, ...others].join('\n\n');
}

/** `+30 dangerous-eval`, and `+60 dangerous-eval ×2` where a rule found more than one. */
function labelsOf(found: readonly Finding[]): string[] {
  return [...Map.groupBy(found, ({ ruleId }) => ruleId)].map(([ruleId, same]) => {
    const points = same.reduce((sum, finding) => sum + finding.points, 0);
    const times = same.length > 1 ? ` ×${same.length}` : '';
    return `${points > 0 ? `+${points} ` : ''}${ruleId}${times}`;
  });
}

/** Points decide where there are any: the steps are those of the client's table. */
export function toneOfFinding({ points, severity }: Pick<Finding, 'points' | 'severity'>): Tone {
  if (points >= 30) return 'critical';
  if (points >= 15) return 'high';
  if (points > 0) return 'medium';
  return toneOfSeverity(severity);
}

const tones: readonly Tone[] = ['neutral', 'accent', 'low', 'medium', 'high', 'critical'];
const severities: readonly Severity[] = ['info', 'warning', 'error'];

/** The last of `order` that is among `values`, which must not be empty. */
function worst<Value>(values: readonly Value[], order: readonly Value[]): Value {
  return values.reduce((most, value) =>
    order.indexOf(value) > order.indexOf(most) ? value : most,
  );
}

/** Messages quote the strategy's own text, which must not become links, images or commands. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~<>&:]/g, (character) => `\\${character}`)
    .replaceAll(/\s+/g, ' ');
}
