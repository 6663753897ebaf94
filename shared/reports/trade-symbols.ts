/** Whether trades are of more than one instrument; only then does its symbol say anything. */
export function hasManySymbols(trades: readonly { readonly symbol: string }[]): boolean {
  return trades.some(({ symbol }) => symbol !== trades[0]?.symbol);
}
