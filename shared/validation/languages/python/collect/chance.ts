import type { Call, Reach } from '../../../facts.ts';

const generators =
  /^(?:random:(?:Random|SystemRandom)|numpy:random\.(?:default_rng|RandomState|Generator|SeedSequence|PCG64|MT19937|Philox|SFC64))$/;
const harmless =
  /^(?:random:(?:seed|setstate|getstate)|numpy:random\.(?:seed|set_state|get_state|BitGenerator))$/;

/** Whether a call gives a seed that the text itself says. */
const isSeeded = ({ arguments: [seed] }: Call): boolean =>
  seed !== undefined && seed.paths.length === 0;

/**
 * Reaches without those of chance that the text has seeded: all of `random` after `random.seed(1)`, and
 * generators made with a seed of their own.
 */
export function withoutSeeded(reaches: readonly Reach[], calls: readonly Call[]): Reach[] {
  const seeds = (path: string): boolean =>
    calls.some((call) => call.path === path && isSeeded(call));
  const [python, numpy] = [seeds('random:seed'), seeds('numpy:random.seed')];
  const made = new Set(
    calls
      .filter((call) => generators.test(call.path) && isSeeded(call))
      .map(({ place }) => `${place.line}:${place.column}`),
  );
  return reaches.filter(({ path, place }) => {
    if (harmless.test(path)) return false;
    if (generators.test(path))
      return path.endsWith('SystemRandom') || !made.has(`${place.line}:${place.column}`);
    if (path.startsWith('random:')) return !python;
    return !(path.startsWith('numpy:random.') && numpy);
  });
}
