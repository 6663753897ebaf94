/**
 * What a strategy decides, and all that leaves the sandbox: at the close of bar `bar`, place a
 * market order. Sizes are what the strategy asked for; the broker turns shares of equity into
 * quantities when it fills, so a decision says the same thing on every host.
 *
 * - `quantity`: trade this many units, negative to sell.
 * - `target-quantity`: trade to hold exactly this many units, negative for short.
 * - `target-percent`: trade to hold this share of equity, 1 being all of it, negative for short.
 */
export interface Decision {
  readonly bar: number;
  readonly kind: DecisionKind;
  readonly amount: number;
  readonly tag?: string;
}

export const decisionKinds = ['quantity', 'target-quantity', 'target-percent'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const maximumTagLength = 64;

/**
 * Reads one decision from data that may be hostile.
 * @throws {RangeError} that says what is wrong, with the decision's position in the list.
 */
export function parseDecision(value: unknown, position: number, barCount: number): Decision {
  const fail = (what: string): never => {
    throw new RangeError(`Decision ${position}: ${what}`);
  };
  if (typeof value !== 'object' || value === null) return fail('is not an object');
  const { bar, kind, amount, tag } = value as Record<string, unknown>;
  if (!Number.isInteger(bar) || (bar as number) < 0 || (bar as number) >= barCount) {
    return fail(`bar is not an integer from 0 to ${barCount - 1}`);
  }
  if (!decisionKinds.includes(kind as DecisionKind)) return fail('kind is unknown');
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return fail('amount is not finite');
  if (tag !== undefined && (typeof tag !== 'string' || tag.length > maximumTagLength)) {
    return fail(`tag is not a text of at most ${maximumTagLength} characters`);
  }
  const decision = { bar: bar as number, kind: kind as DecisionKind, amount };
  return tag === undefined ? decision : { ...decision, tag };
}

/** One line of text a decision: what the decisions hash is taken of. Numbers are exact. */
export function canonicalDecision({ bar, kind, amount, tag }: Decision): string {
  return `${bar} ${kind} ${amount}${tag === undefined ? '' : ` ${JSON.stringify(tag)}`}\n`;
}
