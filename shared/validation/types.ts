/**
 * The longest text that is judged, in characters: twelve thousand lines by hand. Longer ones hold
 * data, and nobody would wait for their judgement at every keystroke.
 */
export const maximumSourceLength = 500_000;

export const languages = ['javascript', 'python'] as const;
export type Language = (typeof languages)[number];

export const families = ['security', 'look-ahead', 'determinism', 'syntax'] as const;
export type Family = (typeof families)[number];

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

export const riskLevels = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** LOW runs; MEDIUM wants a person's review; HIGH, CRITICAL and syntax errors are rejected. */
export const policyDecisions = ['allow', 'review', 'reject'] as const;
export type PolicyDecision = (typeof policyDecisions)[number];

/** A place in the source; lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A change of the text: `text` takes the place of what stands there. */
export interface TextEdit extends Place {
  readonly text: string;
}

/** A change that takes one finding away and leaves a text that means what was meant. */
export interface QuickFix {
  readonly title: string;
  /** All of the judged text, none overlapping another. */
  readonly edits: readonly TextEdit[];
}

/** One thing a rule found. `points` is 0 outside the security family. */
export interface Finding extends Place {
  readonly ruleId: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly points: number;
  readonly message: string;
  readonly fix: string;
  /** Absent where no change is known to be safe. */
  readonly quickFix?: QuickFix | undefined;
}

/** The whole judgement of one text. `riskScore` is the sum of the findings' points. */
export interface Assessment {
  readonly language: Language;
  readonly riskScore: number;
  readonly riskLevel: RiskLevel;
  readonly decision: PolicyDecision;
  readonly findings: readonly Finding[];
}
