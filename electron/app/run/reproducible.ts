import type { Badge, Manifest } from '../../../shared/contract/models/run.ts';
import type { Finding } from '../../../shared/validation/types.ts';

/** What must be equal for two runs to have to make the same decisions. */
function inputsOf(manifest: Manifest) {
  const { engine, sourceHash, dataHash, moreDatasets, tables, parameters, settings } = manifest;
  const { from, to, barCount, interval, prices, limits } = manifest;
  const more = moreDatasets.map(({ symbol, hash }) => `${symbol} ${hash}`);
  const given = tables.map(({ id, name, hash }) => [id, name, hash]);
  const data = [dataHash, more, given];
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const period = [from, to, barCount, interval, prices];
  return JSON.stringify([engine, sourceHash, data, period, sorted, settings, limits.network]);
}

/**
 * Compares a run with the earlier ones of the same inputs: the decisions must be the same, and so must
 * what a script left in `result`. Where the
 * check saw something that two runs need not agree on, or where they had a network, agreement so far is
 * no proof.
 */
export function reproducibleBadge(
  manifest: Manifest,
  earlier: readonly Manifest[],
  findings: readonly Pick<Finding, 'family' | 'line'>[],
): Badge {
  const doubt = doubtOf(findings) + (manifest.limits.network === 'none' ? '' : fetched);
  const inputs = inputsOf(manifest);
  const alike = earlier.filter((other) => inputsOf(other) === inputs);
  if (alike.length === 0) {
    return {
      state: 'unknown',
      detail: `The first run with these inputs. Its manifest is kept: run again to prove it.${doubt}`,
    };
  }
  const runs = `${alike.length} earlier ${alike.length === 1 ? 'run' : 'runs'}`;
  const differing = alike.filter((other) => differ(manifest, other)).length;
  const what = manifest.resultHash === '' ? 'decisions' : 'decisions and the same result';
  if (differing === 0) {
    return {
      state: doubt === '' ? 'passed' : 'unknown',
      detail: `The same ${what} as in ${runs} with the same inputs.${doubt}`,
    };
  }
  return {
    state: 'failed',
    detail: `Different ${manifest.resultHash === '' ? 'decisions' : 'decisions or another result'} from ${differing} of ${runs} with the same inputs: the strategy depends on something that is not in its manifest, such as Math.random() or the clock.`,
  };
}

/** Runs of earlier versions kept no hash of a result. */
function differ(one: Manifest, other: Manifest): boolean {
  if (one.decisionsHash !== other.decisionsHash) return true;
  const kept = one.resultHash !== '' && other.resultHash !== '';
  return kept && one.resultHash !== other.resultHash;
}

const fetched =
  ' It ran with network: its decisions may depend on what it fetched, which no manifest holds.';

function doubtOf(findings: readonly Pick<Finding, 'family' | 'line'>[]): string {
  const [first, ...more] = findings.filter(({ family }) => family === 'determinism');
  if (first === undefined) return '';
  const place = more.length === 0 ? '' : `${more.length + 1} places, the first on `;
  return ` The check doubts it: ${place}line ${first.line}.`;
}
