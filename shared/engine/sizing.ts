import type { EngineSettings } from './settings.ts';

/**
 * The position to hold so that, at fill price `price` and after this order's own commission, it is
 * worth `weight` of equity. With q the new and p the old position, c the commission rate:
 * q·price = weight · (cash + p·price − c·|q − p|·price), solved for q; then rounded to the lot
 * towards zero, so a full investment never overdraws the cash.
 */
export function targetPosition(
  weight: number,
  side: 1 | -1,
  price: number,
  cash: number,
  position: number,
  settings: EngineSettings,
): number {
  const rate = settings.commissionRate * side;
  const exact = (weight * (cash + position * price * (1 + rate))) / (price * (1 + weight * rate));
  return roundToLot(exact, settings.lotSize);
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
