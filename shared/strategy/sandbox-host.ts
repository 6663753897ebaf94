/**
 * How the engine inside a sandbox speaks to the runner around it: primitives only, so that no object
 * of the runner's realm is ever within a strategy's reach.
 */
export interface SandboxHost {
  progress(bar: number): void;
  log(level: string, text: string, bar: number): void;
  /** A JSON array of decisions. */
  decisions(json: string): void;
  /** A stretch of a plotted series as JSON: `{ name, start, values }`, null where there is none. */
  plot(json: string): void;
  /** What a script left in `result`, as JSON: `{ result, error }`; at most once. */
  result(json: string): void;
  /** Ends the run. `bar` is -1 before the first bar. */
  failed(message: string, stack: string, bar: number): void;
  /**
   * Ends the run. The checksum is of the equity that the strategy saw (engine/checksum.ts); null for a
   * script, which is shown no account.
   */
  done(decisionCount: number, equityChecksum: string | null): void;
}
