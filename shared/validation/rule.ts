import type { Family, Language, Severity } from './types.ts';

/** A rule's own data: shown in hovers, listed in the window, and demanded by one shared test. */
export interface RuleMetadata {
  /** The file's name. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** Added to the risk score for each finding; 0 outside the security family. */
  readonly points: number;
  readonly languages: readonly Language[];
  readonly title: string;
  /** Why it matters, for the hover. */
  readonly explain: string;
  /** What to write instead. */
  readonly fix: string;
  /** Code the rule must find; `at` is the exact text that is marked, its first occurrence. */
  readonly bad: readonly { readonly code: string; readonly at: string }[];
  /** Code that looks alike and is innocent. */
  readonly good: readonly string[];
}
