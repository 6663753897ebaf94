import { Order } from './order.ts';
import type { Fill } from './result.ts';

/**
 * The take-profit and the stop-loss for a fill of `entry`, each cancelling the other.
 * They close the filled quantity and never open a position of their own. Terms given as shares count
 * from the fill price, costs in it, in the direction that the name says.
 */
export function createExits(entry: Order, { price, quantity }: Fill): Order[] {
  const { exits: terms } = entry;
  if (terms === undefined) return [];
  const direction = Math.sign(quantity);
  const takeProfit = terms.takeProfit ?? share(price, direction, terms.takeProfitPercent);
  const stopLoss = terms.stopLoss ?? share(price, -direction, terms.stopLossPercent);
  const group: Order[] = [];
  const add = (number: number, name: string, order: { type: 'limit' | 'stop' } & ExitPrice) => {
    const tag = entry.tag === undefined ? {} : { tag: `${entry.tag} ${name}`.slice(0, 64) };
    const decision = { bar: entry.decisionBar, kind: 'quantity', amount: -quantity } as const;
    const terms = { ...decision, ...order, ...tag };
    const exit = new Order(terms, entry.id + number, entry.symbol, -direction);
    exit.closes = entry;
    exit.group = group;
    group.push(exit);
  };
  if (takeProfit !== undefined) add(1, 'take-profit', { type: 'limit', limit: takeProfit });
  if (stopLoss !== undefined) add(2, 'stop-loss', { type: 'stop', stop: stopLoss });
  return group;
}

interface ExitPrice {
  readonly limit?: number;
  readonly stop?: number;
}

function share(price: number, direction: number, percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : price * (1 + direction * percent);
}
