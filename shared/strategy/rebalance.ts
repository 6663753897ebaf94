import type { Session } from './session.ts';

export interface RebalanceStep {
  readonly symbol: string;
  readonly weight: number;
}

/**
 * The orders that lead to a portfolio of exactly these weights: what is held and not named is sold.
 * Sales come first, so that their proceeds pay for the purchases at the same open.
 * @throws {RangeError} for unknown symbols and weights that are no numbers.
 */
export function rebalanceSteps(session: Session, weights: unknown): RebalanceStep[] {
  const call = session.at('rebalance');
  if (typeof weights !== 'object' || weights === null) {
    throw new TypeError(`${call}: takes weights by symbol, such as { AAPL: 0.5, MSFT: 0.5 }`);
  }
  const wanted = new Map<number, number>();
  for (const [symbol, weight] of Object.entries(weights as Record<string, unknown>)) {
    if (typeof weight !== 'number' || !Number.isFinite(weight)) {
      throw new RangeError(`${call}: the weight of ${symbol} is ${String(weight)}, not a number`);
    }
    wanted.set(session.symbolNumber('rebalance', symbol), weight);
  }
  const { desk, symbols } = session;
  const steps: (RebalanceStep & { change: number })[] = [];
  for (let number = 0; number < symbols.length; number += 1) {
    const held = desk?.positions[number] ?? 0;
    if (held === 0 && !wanted.has(number)) continue;
    const weight = wanted.get(number) ?? 0;
    const row = desk?.rows[number] ?? -1;
    const close = row < 0 ? 0 : session.barAt(number, row).close;
    const change = weight - (held * close) / (desk?.equity ?? 1);
    steps.push({ symbol: symbols[number] as string, weight, change });
  }
  steps.sort((a, b) => a.change - b.change);
  return steps.map(({ symbol, weight }) => ({ symbol, weight }));
}
