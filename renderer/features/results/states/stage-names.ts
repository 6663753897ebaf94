import type { RunProgress } from '../../run/run-state.ts';

/** What happens in each stage, as the analyst reads it while waiting. */
export const stageNames: Record<RunProgress['stage'], string> = {
  validating: 'Checking the code',
  queued: 'Waiting for its turn',
  preparing: 'Preparing the sandbox',
  'building-image': 'Building the sandbox image',
  running: 'Running the strategy',
  replaying: 'Replaying its decisions on the host',
  saving: 'Saving the result',
};
