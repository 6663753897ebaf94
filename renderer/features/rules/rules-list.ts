import { families, type Family } from '../../../shared/validation/types.ts';
import type { Rule } from '../../../shared/validation/rule.ts';
import { rules } from '../../../shared/validation/rules/index.ts';

export const familyTitles: Readonly<Record<Family, string>> = {
  security: 'Security',
  'look-ahead': 'Look-ahead',
  determinism: 'Not repeatable',
  syntax: 'Syntax',
};

export interface RuleFamily {
  readonly family: Family;
  readonly rules: readonly Rule[];
}

/** The rules that have every word of a search, by family, the costliest first. */
export function searchRules(search: string): RuleFamily[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rules.filter((rule) => {
    const text = textOf(rule);
    return words.every((word) => text.includes(word));
  });
  return families.flatMap((family) => {
    const members = found.filter((rule) => rule.family === family);
    if (members.length === 0) return [];
    return [{ family, rules: members.toSorted((a, b) => b.points - a.points) }];
  });
}

/** Everything a person may look for: words, and the code of the examples. */
function textOf({ id, title, family, explain, fix, bad }: Rule): string {
  const codes = bad.map(({ code }) => code);
  return [id, title, familyTitles[family], explain, fix, ...codes].join(' ').toLowerCase();
}
