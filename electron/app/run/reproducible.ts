import type { Badge, Manifest } from '../../../shared/contract/models/run.ts';

/** What must be equal for two runs to have to make the same decisions. */
function inputsOf(manifest: Manifest) {
  const { engine, sourceHash, dataHash, moreDatasets, parameters, settings } = manifest;
  const { from, to, barCount, interval, prices } = manifest;
  const data = [dataHash, ...moreDatasets.map(({ symbol, hash }) => `${symbol} ${hash}`)];
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const period = [from, to, barCount, interval, prices];
  return JSON.stringify([engine, sourceHash, data, period, sorted, settings]);
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
