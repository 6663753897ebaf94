import type { Finding, QuickFix } from '../../../types.ts';
import type { Reading } from '../read-facts.ts';
import { FixContext } from './fix-context.ts';
import { lookBack } from './look-back.ts';
import { compareThreeWays } from './compare-three-ways.ts';
import { meanUtc } from './mean-utc.ts';
import { removeHiddenCharacter } from './remove-hidden-character.ts';
import { removeUnusedModule } from './remove-unused-module.ts';
import { useBarTime } from './use-bar-time.ts';
import { useStrategyRandom } from './use-strategy-random.ts';
import { writeWithoutLocale } from './write-without-locale.ts';

type Fixer = (finding: Finding, context: FixContext) => QuickFix | undefined;

/** Where a rule's finding may be taken away by a change that is safe, how. */
const fixers: Readonly<Record<string, Fixer>> = {
  'bidirectional-text': removeHiddenCharacter,
  'blacklisted-module': removeUnusedModule,
  'invisible-character': removeHiddenCharacter,
  'local-time-zone': meanUtc,
  'locale-dependent': writeWithoutLocale,
  'negative-ago': lookBack,
  'unknown-module': removeUnusedModule,
  'unseeded-random': useStrategyRandom,
  'unstable-order': compareThreeWays,
  'wall-clock': useBarTime,
};

/** Rules whose findings can have a quick fix. */
export const rulesWithQuickFix: ReadonlySet<string> = new Set(Object.keys(fixers));

/** Nobody repairs more places than this one by one, and each costs a look at the text around it. */
const most = 200;

/** Monaco does not end lines there, so the places would not be the editor's. */
const foreignLineEnds = /[\u2028\u2029]/;

/** The findings, with a quick fix where one is safe. Costs nothing where none can have one. */
export function withQuickFixes(findings: readonly Finding[], reading: Reading): readonly Finding[] {
  if (!findings.some(({ ruleId }) => rulesWithQuickFix.has(ruleId))) return findings;
  if (foreignLineEnds.test(reading.facts.source)) return findings;
  const context = new FixContext(reading);
  let left = most;
  return findings.map((finding) => {
    const fixer = fixers[finding.ruleId];
    if (fixer === undefined || left === 0) return finding;
    left--;
    const quickFix = fixer(finding, context);
    return quickFix === undefined ? finding : { ...finding, quickFix };
  });
}
