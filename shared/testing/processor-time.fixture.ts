/**
 * Milliseconds of processor time that this thread spends on `act`. A clock also counts what other
 * programs and tests do meanwhile, so that a bound on it fails where nothing is wrong.
 */
export function processorTime(act: () => void): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
