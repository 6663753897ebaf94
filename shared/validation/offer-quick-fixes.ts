import type { Finding, QuickFix } from './types.ts';

/** Where a rule's finding may be taken away by a change that is safe, how. */
export type Fixers<Context> = Readonly<
  Record<string, (finding: Finding, context: Context) => QuickFix | undefined>
>;

/** Nobody repairs more places than this one by one, and each costs a look at the text around it. */
const most = 200;

/** The findings, with a quick fix where one is safe. Costs nothing where none can have one. */
export function offerQuickFixes<Context>(
  findings: readonly Finding[],
  fixers: Fixers<Context>,
  createContext: () => Context,
): readonly Finding[] {
  if (!findings.some(({ ruleId }) => Object.hasOwn(fixers, ruleId))) return findings;
  const context = createContext();
  let left = most;
  return findings.map((finding) => {
    const fixer = Object.hasOwn(fixers, finding.ruleId) ? fixers[finding.ruleId] : undefined;
    if (fixer === undefined || left === 0) return finding;
    left -= 1;
    const quickFix = fixer(finding, context);
    return quickFix === undefined ? finding : { ...finding, quickFix };
  });
}
