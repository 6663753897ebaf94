import type { Commission, CommissionTier, EngineSettings } from './settings.ts';

/**
 * Commission of one fill, in currency. Minimums, fixed parts and tiers are an order's, not a fill's:
 * `earlier` says what the order's fills before this one traded and paid.
 */
export function commissionOf(
  commission: Commission,
  quantity: number,
  price: number,
  earlier: EarlierFills = noEarlierFill,
): number {
  const units = Math.abs(quantity);
  const value = units * price;
  switch (commission.kind) {
    case 'percent':
      return value * commission.rate;
    case 'per-share': {
      const due = (units + earlier.quantity) * commission.perShare;
      return Math.max(0, Math.max(commission.minimum, due) - earlier.paid);
    }
    case 'fixed-plus-percent':
      return (earlier.quantity > 0 ? 0 : commission.fixed) + value * commission.rate;
    case 'tiered':
      return Math.max(0, tieredCommission(commission.tiers, value + earlier.value) - earlier.paid);
  }
}

interface EarlierFills {
  readonly quantity: number;
  readonly value: number;
  readonly paid: number;
}

const noEarlierFill: EarlierFills = { quantity: 0, value: 0, paid: 0 };

function tieredCommission(tiers: readonly CommissionTier[], value: number): number {
  let paid = 0;
  let from = 0;
  for (const { upTo, rate } of tiers) {
    const to = upTo === null ? value : Math.min(value, upTo);
    if (to > from) paid += (to - from) * rate;
    if (to >= value) break;
    from = to;
  }
  return paid;
}

/**
 * The price of a market or stop fill: the base price, worse by slippage and half the spread, and
 * never below zero. `volume` is the bar's, in units; without volume a fill takes all of it.
 */
export function worsenedPrice(
  basePrice: number,
  quantity: number,
  volume: number,
  settings: EngineSettings,
): number {
  const side = quantity > 0 ? 1 : -1;
  const { slippage, spreadRate } = settings;
  let rate = spreadRate / 2;
  let amount = 0;
  if (slippage.kind === 'percent') rate += slippage.rate;
  else if (slippage.kind === 'ticks') amount = slippage.ticks * settings.tickSize;
  else {
    const share = volume > 0 ? Math.min(1, Math.abs(quantity) / volume) : 1;
    rate += slippage.impact * share * share;
  }
  return Math.max(0, basePrice * (1 + side * rate) + side * amount);
}

/** The same rules at twice the commission, slippage and spread: how thin a result's edge is. */
export function atTwiceTheCosts(settings: EngineSettings): EngineSettings {
  const { commission, slippage } = settings;
  return {
    ...settings,
    spreadRate: settings.spreadRate * 2,
    commission: doubledCommission(commission),
    slippage:
      slippage.kind === 'percent'
        ? { ...slippage, rate: slippage.rate * 2 }
        : slippage.kind === 'ticks'
          ? { ...slippage, ticks: slippage.ticks * 2 }
          : { ...slippage, impact: slippage.impact * 2 },
  };
}

function doubledCommission(commission: Commission): Commission {
  switch (commission.kind) {
    case 'percent':
      return { ...commission, rate: commission.rate * 2 };
    case 'per-share':
      return {
        ...commission,
        perShare: commission.perShare * 2,
        minimum: commission.minimum * 2,
      };
    case 'fixed-plus-percent':
      return { ...commission, fixed: commission.fixed * 2, rate: commission.rate * 2 };
    case 'tiered':
      return {
        ...commission,
        tiers: commission.tiers.map(({ upTo, rate }) => ({ upTo, rate: rate * 2 })),
      };
  }
}
