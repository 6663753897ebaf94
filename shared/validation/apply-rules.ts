import type { Facts } from './facts.ts';
import type { Policy } from './policy.ts';
import { fixOf, type Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import type { Finding, Language } from './types.ts';

/** Every rule's findings, in the text's order. No rule scores one place twice. */
export function applyRules(facts: Facts, policy: Policy): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rulesOf[facts.language]) {
    const { id: ruleId, family, severity, points, onlyIn, check } = rule;
    if (onlyIn !== undefined && onlyIn !== policy.preset) continue;
    const hits = check(facts, policy);
    if (hits.length === 0) continue;
    const seen = new Set<string>();
    for (const { place, message } of hits) {
      const { line, column, endLine, endColumn } = place;
      const key = `${line}:${column}-${endLine}:${endColumn}`;
      if (seen.has(key)) continue;
      seen.add(key);
      findings.push({
        ruleId,
        family,
        severity,
        points,
        message,
        fix: fixOf(rule, facts.language),
        line,
        column,
        endLine,
        endColumn,
      });
    }
  }
  return findings.sort((a, b) => a.line - b.line || a.column - b.column || b.points - a.points);
}

const rulesFor = (language: Language): readonly Rule[] =>
  rules.filter(({ languages }) => languages.includes(language));

const rulesOf: Readonly<Record<Language, readonly Rule[]>> = {
  javascript: rulesFor('javascript'),
  python: rulesFor('python'),
};
