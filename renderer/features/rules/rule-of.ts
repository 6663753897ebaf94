import type { Rule } from '../../../shared/validation/rule.ts';
import { rules } from '../../../shared/validation/rules/index.ts';

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule's own words; undefined for findings of no rule, such as a syntax error. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
