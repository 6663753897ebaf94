import type { OrderTerms, OrderType } from './decision.ts';

const needs: Record<OrderType, readonly (keyof OrderTerms)[]> = {
  market: [],
  limit: ['limit'],
  stop: ['stop'],
  'stop-limit': ['stop', 'limit'],
  'trailing-stop': [],
  'market-on-close': [],
};

const prices = [
  'limit',
  'stop',
  'trailAmount',
  'trailPercent',
  'takeProfit',
  'takeProfitPercent',
  'stopLoss',
  'stopLossPercent',
] as const;

const shares = ['trailPercent', 'stopLossPercent'] as const;

/** What is wrong with an order's terms, in words; undefined if nothing is. Used on both sides. */
export function termsProblem(type: OrderType, terms: OrderTerms): string | undefined {
  for (const name of prices) {
    const value = terms[name];
    if (value !== undefined && !(Number.isFinite(value) && value > 0)) {
      return `${name} is ${value}; it must be a number above 0`;
    }
  }
  for (const name of shares) {
    if ((terms[name] ?? 0) >= 1) return `${name} is ${terms[name]}; it must be below 1 (100%)`;
  }
  const missing = needs[type].find((name) => terms[name] === undefined);
  if (missing !== undefined) return `a ${type} order needs ${missing}`;
  const trails = Number(terms.trailAmount !== undefined) + Number(terms.trailPercent !== undefined);
  if (type === 'trailing-stop' && trails !== 1) {
    return 'a trailing stop needs trailAmount or trailPercent, one of the two';
  }
  if (type !== 'trailing-stop' && trails > 0) return `a ${type} order takes no trail`;
  for (const name of ['limit', 'stop'] as const) {
    if (terms[name] !== undefined && !needs[type].includes(name)) {
      return `a ${type} order takes no ${name}`;
    }
  }
  if (terms.takeProfit !== undefined && terms.takeProfitPercent !== undefined) {
    return 'takeProfit and takeProfitPercent exclude each other';
  }
  if (terms.stopLoss !== undefined && terms.stopLossPercent !== undefined) {
    return 'stopLoss and stopLossPercent exclude each other';
  }
  return undefined;
}

/** True if an order carries orders that close what it opened. */
export function hasExits(terms: OrderTerms): boolean {
  return (
    terms.takeProfit !== undefined ||
    terms.takeProfitPercent !== undefined ||
    terms.stopLoss !== undefined ||
    terms.stopLossPercent !== undefined
  );
}
