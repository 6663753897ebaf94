import type { Finding, QuickFix } from '../../../types.ts';
import type { PythonReading } from '../read-facts.ts';
import { endAtBar } from './end-at-bar.ts';
import { fillForward } from './fill-forward.ts';
import { FixContext } from './fix-context.ts';
import { joinBackward } from './join-backward.ts';
import { lookBack } from './look-back.ts';
import { removeUnusedModule } from './remove-unused-module.ts';
import { sortSet } from './sort-set.ts';
import { useBarTime } from './use-bar-time.ts';
import { useStrategyRandom } from './use-strategy-random.ts';

type Fixer = (finding: Finding, context: FixContext) => QuickFix | undefined;

/** Where a rule's finding may be taken away by a change that is safe, how. */
const fixers: Readonly<Record<string, Fixer>> = {
  'back-fill': fillForward,
  'blacklisted-module': removeUnusedModule,
  'centred-window': endAtBar,
  'hash-order': sortSet,
  'later-bar': joinBackward,
  'negative-ago': lookBack,
  'unknown-module': removeUnusedModule,
  'unseeded-random': useStrategyRandom,
  'wall-clock': useBarTime,
};

/** Rules whose findings can have a quick fix in Python. */
export const rulesWithQuickFix: ReadonlySet<string> = new Set(Object.keys(fixers));

/** Nobody repairs more places than this one by one, and each costs a look at the text around it. */
const most = 200;

/** The findings, with a quick fix where one is safe. Costs nothing where none can have one. */
export function withQuickFixes(
  findings: readonly Finding[],
  reading: PythonReading,
): readonly Finding[] {
  if (!findings.some(({ ruleId }) => rulesWithQuickFix.has(ruleId))) return findings;
  const context = new FixContext(reading);
  let left = most;
  return findings.map((finding) => {
    const fixer = fixers[finding.ruleId];
    if (fixer === undefined || left === 0) return finding;
    left -= 1;
    const quickFix = fixer(finding, context);
    return quickFix === undefined ? finding : { ...finding, quickFix };
  });
}
