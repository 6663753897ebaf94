import type { CommissionTier } from '../../../shared/engine/settings.ts';
import { formatNumber, parseNumber, type Parsed } from './settings-fields.ts';

const form = 'Write tiers like 10000 = 0.1%; * = 0.05%.';
const anyShare = { minimum: 0, maximum: 50, whole: false, scale: 100 };
const anyBound = { minimum: 0.01, maximum: 1e15, whole: false, scale: 1 };

/** Commission tiers as a person writes them: `10000 = 0.1%; * = 0.05%`. */
export function parseTiers(text: string): Parsed<readonly CommissionTier[]> {
  const tiers: CommissionTier[] = [];
  for (const part of text.split(';')) {
    const [bound = '', share = ''] = part.split('=').map((side) => side.trim());
    const rate = parseNumber(share.replace(/%$/, ''), anyShare);
    const upTo = bound === '*' ? { ok: true as const, value: null } : parseNumber(bound, anyBound);
    if (!rate.ok || !upTo.ok) return { ok: false, error: form };
    tiers.push({ upTo: upTo.value, rate: rate.value });
  }
  const bounds = tiers.map(({ upTo }) => upTo ?? Infinity);
  const ascending = bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? 0));
  if (ascending && tiers.at(-1)?.upTo === null && tiers.length <= 20) {
    return { ok: true, value: tiers };
  }
  return { ok: false, error: 'Bounds must ascend, and the last tier must be *.' };
}

export function formatTiers(tiers: readonly CommissionTier[]): string {
  return tiers
    .map(
      ({ upTo, rate }) =>
        `${upTo === null ? '*' : formatNumber(upTo, 1)} = ${formatNumber(rate, 100)}%`,
    )
    .join('; ');
}
