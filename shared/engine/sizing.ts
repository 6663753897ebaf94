import type { Account } from './account.ts';
import { commissionOf, worsenedPrice } from './costs.ts';
import type { Order } from './order.ts';
import type { EngineSettings } from './settings.ts';

/** Each round corrects the last by the share that costs have in the price, so a few settle it. */
const maximumRounds = 12;
const settledShare = 1e-12;

/** Fractions of a quantity are tried in steps of this share of it. */
const finestShare = 2 ** -40;
/** A millionth: the account may be overdrawn by a billionth of its equity, which is more of a small order. */
const dustSteps = 2 ** 20;
const dustShare = 1e-9;

/** Where an order fills: the price before costs, whether costs may worsen it, the bar's volume. */
export interface FillPlace {
  readonly basePrice: number;
  readonly exact: boolean;
  readonly volume: number;
}

export function fillPrice(place: FillPlace, quantity: number, settings: EngineSettings): number {
  const { basePrice, exact, volume } = place;
  return exact ? basePrice : worsenedPrice(basePrice, quantity, volume, settings);
}

/** Signed units that an order still wants to trade at this place; 0 if nothing. */
export function wantedQuantity(
  order: Order,
  account: Account,
  place: FillPlace,
  settings: EngineSettings,
): number {
  const held = account.positions[order.symbol] as number;
  const { kind, amount } = order;
  const { lotSize } = settings;
  if (kind === 'quantity') {
    const wanted = amount - order.filled;
    if (order.closes !== undefined)
      return Math.sign(wanted) * Math.min(Math.abs(wanted), Math.abs(held));
    return roundToLot(wanted, lotSize);
  }
  if (amount === 0) return -held;
  if (kind === 'target-quantity') return roundToLot(amount, lotSize) - held;
  const weight = kind === 'available' ? amount * availableShare(order, account) : amount;
  const bought = targetPosition(weight, 1, order.symbol, account, place, settings) - held;
  if (bought > 0) return kind === 'available' && amount < 0 ? 0 : bought;
  const sold = targetPosition(weight, -1, order.symbol, account, place, settings) - held;
  return sold < 0 && !(kind === 'available' && amount > 0) ? sold : 0;
}

/** The share of equity that no other position takes. */
function availableShare({ symbol }: Order, account: Account): number {
  const equity = account.value();
  const own = Math.abs((account.positions[symbol] as number) * (account.marks[symbol] as number));
  return equity > 0 ? Math.max(0, 1 - (account.gross - own) / equity) : 0;
}

/**
 * The position to hold so that, at the fill price and after this order's own commission, it is worth
 * `weight` of equity: q = weight · (equity at the fill price − commission(|q − held|)) / price, found
 * by repeated insertion because commission and price may depend on the quantity; then rounded to the
 * lot towards zero, so a full investment never overdraws the cash.
 */
function targetPosition(
  weight: number,
  side: 1 | -1,
  symbol: number,
  account: Account,
  place: FillPlace,
  settings: EngineSettings,
): number {
  const held = account.positions[symbol] as number;
  account.value();
  const others = account.net - held * (account.marks[symbol] as number);
  let traded = 0;
  for (let round = 0; round < maximumRounds; round += 1) {
    const price = fillPrice(place, traded === 0 ? side : traded, settings);
    const commission = traded === 0 ? 0 : commissionOf(settings.commission, traded, price);
    const equity = account.cash + others + held * price - commission;
    const next = (weight * equity) / price - held;
    // The other side would fill at another price: that is the other call's business. And a billionth
    // of equity is what rounding leaves of a target, not a trade.
    if (next * side * price <= Math.abs(equity) * dustShare) return held;
    const settled = Math.abs(next - traded) <= Math.abs(next) * settledShare;
    traded = next;
    if (settled) break;
  }
  return roundToLot(held + traded, settings.lotSize);
}

/** The most of `quantity`, in whole lots, that the account carries; 0 if it carries none. */
export function largestCarried(
  quantity: number,
  lotSize: number,
  carries: (quantity: number) => boolean,
): number {
  if (carries(quantity)) return quantity;
  const sign = Math.sign(quantity);
  if (lotSize === 0) {
    // Usually only the last bits of the cash are in the way.
    const slightlyLess = quantity * (1 - finestShare);
    if (carries(slightlyLess)) return slightlyLess;
  }
  const step = lotSize === 0 ? Math.abs(quantity) * finestShare : lotSize;
  let low = 0;
  let high = Math.ceil(Math.abs(quantity) / step);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    // At a price of zero the quantity is infinite, and beyond 2^53 lots there is no number between two.
    if (middle === low || middle === high) break;
    if (carries(sign * middle * step)) low = middle;
    else high = middle;
  }
  // A millionth of what was asked for is what rounding leaves of the means, not a purchase.
  return lotSize === 0 && low < dustSteps ? 0 : sign * low * step;
}

/** Towards zero to a multiple of `lotSize`; 0 keeps every fraction. */
export function roundToLot(quantity: number, lotSize: number): number {
  if (lotSize === 0) return quantity;
  // A share computed as 99.99999999999999 lots is 100 lots: forgive the last bits before rounding.
  const lots = quantity / lotSize;
  const nearest = Math.round(lots);
  const whole = Math.abs(lots - nearest) < 1e-9 * Math.abs(nearest) ? nearest : Math.trunc(lots);
  return whole * lotSize;
}
