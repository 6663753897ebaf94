import type { Facts } from './facts.ts';
import type { Policy, PresetName } from './policy.ts';
import type { Family, Language, Place, Severity } from './types.ts';

/** What a rule found: where, and in one sentence what. */
export interface Hit {
  readonly place: Place;
  readonly message: string;
}

/** Code of one language that shows what a rule means. */
export interface Examples {
  /** Code that must be found, and the exact text that is marked. */
  readonly bad: readonly { readonly code: string; readonly at: string }[];
  /** Code that looks alike and is innocent. */
  readonly good: readonly string[];
}

/** One thing to look for, with examples of its first language. The shared test runs them all. */
export interface Rule extends Examples {
  /** The file's name. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** What each finding adds to the risk score; 0 outside the security family. */
  readonly points: number;
  readonly languages: readonly Language[];
  /** Only policies that started from this preset ask for it; without it, all do. */
  readonly onlyIn?: PresetName;
  readonly title: string;
  /** Why it matters, for the hover. */
  readonly explain: string;
  /** What to write instead. */
  readonly fix: string;
  /** Of a rule for both languages; its own words where the others speak JavaScript. */
  readonly inPython?: Examples & { readonly fix?: string };
  readonly check: (facts: Facts, policy: Policy) => readonly Hit[];
}

/** A rule's examples of a language; undefined where it does not look at that language. */
export function examplesOf(rule: Rule, language: Language): Examples | undefined {
  if (language === rule.languages[0]) return rule;
  return language === 'python' ? rule.inPython : undefined;
}

/** What to write instead, in the language of the text. */
export const fixOf = ({ fix, inPython }: Rule, language: Language): string =>
  (language === 'python' ? inPython?.fix : undefined) ?? fix;

/** Hits for those of a list that match, with a message for each. */
export function hitsFor<Fact extends { readonly place: Place }>(
  facts: readonly Fact[],
  matches: (fact: Fact) => boolean,
  message: (fact: Fact) => string,
): Hit[] {
  const hits: Hit[] = [];
  for (const fact of facts) {
    if (matches(fact)) hits.push({ place: fact.place, message: message(fact) });
  }
  return hits;
}
