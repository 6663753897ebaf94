import type { EngineSettings } from '../../../shared/engine/settings.ts';
import { formatMoney, formatNumber } from './format/format-number.ts';

/** The money rules of a run in words, one phrase a rule, so that none of them stays unsaid. */
export function describeAssumptions(settings: EngineSettings): readonly string[] {
  const { initialCash, commissionRate, slippageRate, fillAt, lotSize, seed } = settings;
  return [
    `Starts with ${formatMoney(initialCash, { minimumDigits: 0 })} in cash`,
    commissionRate === 0
      ? 'No commission'
      : `Commission ${describeRate(commissionRate)} of each fill`,
    slippageRate === 0
      ? 'No slippage'
      : `Slippage ${describeRate(slippageRate)} against you on each fill`,
    fillAt === 'next-open'
      ? "Orders fill at the next bar's open"
      : 'Orders fill at the close they were decided on (optimistic)',
    lotSize === 0
      ? 'Fractions of a unit allowed'
      : lotSize === 1
        ? 'Whole units only'
        : `Sizes rounded down to multiples of ${formatNumber(lotSize, { maximumDigits: 8 })}`,
    `Seed ${seed}`,
  ];
}

function describeRate(rate: number): string {
  return `${formatNumber(rate * 100, { maximumDigits: 4 })}%`;
}
