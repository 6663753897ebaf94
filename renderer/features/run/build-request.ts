import type { RunRequest } from '../../../shared/contract/models/run.ts';
import type { Preferences } from '../../../shared/contract/models/workspace.ts';
import type { OpenDocument } from '../editor/editor-state.ts';

export type RunParts = Omit<RunRequest, 'runId'>;

/** The run of exactly this text with the settings that are shown. */
export function buildRequest(
  { name, text, language }: Pick<OpenDocument, 'name' | 'text' | 'language'>,
  preferences: Preferences,
  parameters: RunParts['parameters'],
  acceptance?: RunParts['acceptance'],
): RunParts {
  const { datasetId, moreDatasetIds, benchmarkDatasetId, interval, prices, trials } = preferences;
  const { tableIds, from, to, settings, limits, sandbox } = preferences;
  return {
    name,
    source: text,
    language,
    datasetId,
    moreDatasetIds: moreDatasetIds.filter((id) => id !== datasetId),
    tableIds,
    interval,
    prices,
    trials,
    parameters,
    settings,
    limits,
    sandbox,
    ...(benchmarkDatasetId === '' ? {} : { benchmarkDatasetId }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(acceptance ? { acceptance } : {}),
  };
}
