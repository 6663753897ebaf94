import type { Commission, CommissionTier, EngineSettings, Slippage } from '../engine/settings.ts';
import { formatNumber } from './format.ts';

/** Commission, slippage and spread, one rule each. */
export function costRules(settings: EngineSettings): string[] {
  const { commission, slippage, spreadRate, tickSize } = settings;
  return [
    commissionRule(commission),
    slippageRule(slippage, tickSize),
    spreadRate === 0
      ? 'No spread between bid and ask is assumed beside the slippage.'
      : `The spread between bid and ask is ${rate(spreadRate)} of the price; an order that slips pays half of it as well.`,
    `The price step is ${formatNumber(tickSize, 9, 0)}.`,
  ];
}

/** A share of 1 in percent, with the digits that it needs. */
export function rate(share: number): string {
  return `${formatNumber(Number((share * 100).toPrecision(12)), 9, 0)}%`;
}

export function yearly(share: number): string {
  return `${rate(share)} a year`;
}

/** An amount of money, with the digits that it needs. */
const amount = (value: number) => formatNumber(value, 9, 0);

function commissionRule(commission: Commission): string {
  switch (commission.kind) {
    case 'percent':
      return commission.rate === 0
        ? 'No commission is charged.'
        : `Commission is ${rate(commission.rate)} of the value of each fill.`;
    case 'per-share':
      return `Commission is ${amount(commission.perShare)} for each unit, at least ${amount(commission.minimum)} an order.`;
    case 'fixed-plus-percent':
      return `Commission is ${amount(commission.fixed)} an order and ${rate(commission.rate)} of its value.`;
    case 'tiered':
      return `Commission is tiered by the value of a fill, each part of it at its own rate: ${tierList(commission.tiers)}.`;
  }
}

function tierList(tiers: readonly CommissionTier[]): string {
  return tiers
    .map(({ upTo, rate: share }) =>
      upTo === null ? `${rate(share)} beyond` : `${rate(share)} up to ${amount(upTo)}`,
    )
    .join(', ');
}

function slippageRule(slippage: Slippage, tickSize: number): string {
  const how = slippageText(slippage, tickSize);
  return how === undefined
    ? 'No slippage is assumed.'
    : `Slippage: orders at the market and stops fill ${how} worse than the price they meet.`;
}

function slippageText(slippage: Slippage, tickSize: number): string | undefined {
  switch (slippage.kind) {
    case 'percent':
      return slippage.rate === 0 ? undefined : rate(slippage.rate);
    case 'ticks':
      return slippage.ticks === 0
        ? undefined
        : `${amount(slippage.ticks)} price ${slippage.ticks === 1 ? 'step' : 'steps'} of ${amount(tickSize)}`;
    case 'volume-share':
      return slippage.impact === 0
        ? undefined
        : `by ${amount(slippage.impact)} times the square of their share of the bar's volume`;
  }
}
