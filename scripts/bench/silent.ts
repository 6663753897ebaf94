/** An observer that nobody listens to: the benchmark measures the engine, not a console. */
export const silent = {
  onStarted: () => undefined,
  onProgress: () => undefined,
  progressEvery: 10_000,
  onDecision: () => undefined,
};
