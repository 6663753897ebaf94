import { offerQuickFixes, type Fixers } from '../../../offer-quick-fixes.ts';
import type { Finding } from '../../../types.ts';
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

const fixers: Fixers<FixContext> = {
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

export const withQuickFixes = (
  findings: readonly Finding[],
  reading: PythonReading,
): readonly Finding[] => offerQuickFixes(findings, fixers, () => new FixContext(reading));
