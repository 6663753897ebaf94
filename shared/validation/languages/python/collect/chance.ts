import type { Call, Reach } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, nameOf, placeOf } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn } from '../value.ts';

const generators =
  /^(?:random:(?:Random|SystemRandom)|numpy:random\.(?:default_rng|RandomState|Generator|SeedSequence|PCG64|MT19937|Philox|SFC64))$/;
const harmless =
  /^(?:random:(?:seed|setstate|getstate)|numpy:random\.(?:seed|set_state|get_state|BitGenerator))$/;

/** Whether a call gives a seed that the text itself says. */
const isSeeded = ({ arguments: [seed] }: Call): boolean =>
  seed !== undefined && seed.paths.length === 0 && seed.isNothing !== true;

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
    return !(numpy && (path.startsWith('numpy:random.') || isOfLibrary(path)));
  });
}

const isOfLibrary = (path: string): boolean => path === sampled || path === drawn;

const sampled = 'pandas:DataFrame.sample';
const drawn = 'scipy:stats.rv_generic.rvs';

/** Draws of libraries that are told no `random_state`: `frame.sample(n=5)`, `stats.norm.rvs()`. */
export function collectDraws(survey: PythonSurvey, evaluator: PythonEvaluator): Reach[] {
  return survey.ofKind('call').flatMap((call): Reach[] => {
    const callee = childOf(call, 'function');
    const name = callee?.kind === 'attribute' ? childOf(callee, 'attribute') : undefined;
    if (!callee || !name || !/^(?:sample|rvs)$/.test(nameOf(name))) return [];
    const { named } = evaluator.passedTo(call);
    const state = named.get('random_state') ?? [];
    if (state.some((one) => !(one.kind === 'unknown' && one.isNothing))) return [];
    const values = evaluator.valuesOf(callee);
    const isOfStats = pathsIn(values).some((path) => path.startsWith('scipy:stats'));
    const isOfFrame =
      values.some(({ kind }) => kind === 'unknown') && (named.has('n') || named.has('frac'));
    const path = nameOf(name) === 'rvs' ? isOfStats && drawn : isOfFrame && sampled;
    return path ? [{ path, usage: 'call', member: undefined, place: placeOf(call) }] : [];
  });
}
