import type { RunStatus } from '../../../shared/contract/models/run.ts';
import type { Tone } from '../../ui/tone.ts';

/** How each ending of a run is named and coloured in lists. */
export const runStatusWords: Record<RunStatus, { readonly word: string; readonly tone: Tone }> = {
  done: { word: 'Done', tone: 'low' },
  failed: { word: 'Failed', tone: 'critical' },
  blocked: { word: 'Blocked', tone: 'medium' },
  cancelled: { word: 'Cancelled', tone: 'neutral' },
  'no-sandbox': { word: 'No sandbox', tone: 'medium' },
};
