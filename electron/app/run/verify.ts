import { createHash } from 'node:crypto';
import type { Market } from '../../../shared/bars/market.ts';
import { floatsToBytes } from '../../../shared/bars/column-bytes.ts';
import type { Badge } from '../../../shared/contract/models/run.ts';
import { atTwiceTheCosts } from '../../../shared/engine/costs.ts';
import { columnChecksum } from '../../../shared/engine/checksum.ts';
import { canonicalDecision, type Decision } from '../../../shared/engine/decision.ts';
import { replay } from '../../../shared/engine/replay.ts';
import type { SimulationResult } from '../../../shared/engine/result.ts';
import type { EngineSettings } from '../../../shared/engine/settings.ts';

export interface Verification {
  readonly result: SimulationResult;
  /** Final equity of the same decisions at twice the commission, slippage and spread. */
  readonly equityAtTwiceCosts: number | null;
  readonly badge: Badge;
  readonly decisionsHash: string;
  readonly equityHash: string;
}

/**
 * Replays a sandbox's decisions on the host's own data: every figure comes from here. The sandbox's
 * checksum only tells whether the strategy, while deciding, saw the account that the replay has; null
 * where it was shown none.
 * @throws {RangeError} if the decisions are not in bar order.
 */
export function verifyByReplay(
  market: Market,
  decisions: readonly Decision[],
  settings: EngineSettings,
  equityChecksum: string | null,
): Verification {
  const result = replay(market, decisions, settings);
  const doubled = replay(market, decisions, atTwiceTheCosts(settings));
  const replayed = `The host replayed ${decisions.length} decisions on its own data and computed every figure`;
  const same = equityChecksum === null || columnChecksum(result.equity) === equityChecksum;
  const account =
    equityChecksum === null
      ? 'the strategy was shown no account.'
      : "the sandbox's account agrees to the last bit.";
  return {
    result,
    equityAtTwiceCosts: doubled.equity.at(-1) ?? null,
    badge: same
      ? {
          state: 'passed',
          detail: `${replayed}; ${account}`,
        }
      : {
          state: 'failed',
          detail:
            "The account that the strategy saw inside the sandbox differs from the host's replay. The figures shown are the replay's, but the strategy may have been misled or have tampered with its sandbox.",
        },
    decisionsHash: hashDecisions(decisions),
    equityHash: sha256(floatsToBytes(result.equity)),
  };
}

/** SHA-256 over one canonical line a decision: equal decisions, equal hash, on every host. */
export function hashDecisions(decisions: readonly Decision[]): string {
  const hash = createHash('sha256');
  for (const decision of decisions) hash.update(canonicalDecision(decision));
  return hash.digest('hex');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
