import { offerQuickFixes, type Fixers } from '../../../offer-quick-fixes.ts';
import type { Finding } from '../../../types.ts';
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

const fixers: Fixers<FixContext> = {
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

/** Monaco does not end lines there, so the places would not be the editor's. */
const foreignLineEnds = /[\u2028\u2029]/;

export function withQuickFixes(findings: readonly Finding[], reading: Reading): readonly Finding[] {
  if (foreignLineEnds.test(reading.facts.source)) return findings;
  return offerQuickFixes(findings, fixers, () => new FixContext(reading));
}
