import type { RunRecord } from '../../contract/models/run.ts';
import type { ScriptResult } from '../../contract/models/script-result.ts';

/** Whether the run was made for its `result` alone: it decided nothing and drew nothing on the bars. */
export function isAnalysis(
  record: RunRecord,
): record is RunRecord & { scriptResult: ScriptResult } {
  const { scriptResult, manifest, plots } = record;
  return scriptResult !== null && manifest.decisionCount === 0 && plots.length === 0;
}
