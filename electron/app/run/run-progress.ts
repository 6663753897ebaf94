import type { EmitEvent, EventPayload } from '../../../shared/contract/events.ts';

type Stage = EventPayload<'run.progressed'>['stage'];

/** A window cannot show more than this many updates a second, and a fast run would send thousands. */
const leastGapMilliseconds = 40;

export type RunProgress = ReturnType<typeof createRunProgress>;

/** Tells the windows how far a run is. */
export function createRunProgress(emit: EmitEvent, runId: string) {
  let lastSent = 0;
  const send = (stage: Stage, message: string, fraction: number | null) => {
    emit('run.progressed', { runId, stage, fraction, message });
    lastSent = performance.now();
  };
  return {
    stage: (stage: Stage, message: string, fraction: number | null = null) =>
      send(stage, message, fraction),
    bar(bar: number, barCount: number) {
      if (bar < 0 || performance.now() - lastSent < leastGapMilliseconds) return;
      const done = Math.min(bar + 1, barCount);
      send('running', `${done} of ${barCount} bars`, done / barCount);
    },
  };
}
