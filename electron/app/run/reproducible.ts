import type { Badge, Manifest } from '../../../shared/contract/models/run.ts';

/** What must be equal for two runs to have to make the same decisions. */
function inputsOf({ sourceHash, dataHash, from, to, barCount, parameters, settings }: Manifest) {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sourceHash, dataHash, from, to, barCount, sorted, settings]);
}

/** Compares a run with the earlier ones of the same inputs: the decisions must be the same. */
export function reproducibleBadge(manifest: Manifest, earlier: readonly Manifest[]): Badge {
  const inputs = inputsOf(manifest);
  const alike = earlier.filter((other) => inputsOf(other) === inputs);
  if (alike.length === 0) {
    return {
      state: 'unknown',
      detail: 'The first run with these inputs. Its manifest is kept: run again to prove it.',
    };
  }
  const runs = `${alike.length} earlier ${alike.length === 1 ? 'run' : 'runs'}`;
  const differing = alike.filter((other) => other.decisionsHash !== manifest.decisionsHash).length;
  if (differing === 0) {
    return { state: 'passed', detail: `The same decisions as in ${runs} with the same inputs.` };
  }
  return {
    state: 'failed',
    detail: `Different decisions from ${differing} of ${runs} with the same inputs: the strategy depends on something that is not in its manifest, such as Math.random() or the clock.`,
  };
}
