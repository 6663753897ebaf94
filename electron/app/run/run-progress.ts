import type { EmitEvent, EventPayload } from '../../../shared/contract/events.ts';
import type { UsageSample } from '../../../shared/contract/models/resources.ts';

type Sent = Pick<EventPayload<'run.progressed'>, 'stage' | 'message' | 'fraction'>;

/** A window cannot show more than this many updates a second, and a fast run would send thousands. */
const leastGapMilliseconds = 40;

export type RunProgress = ReturnType<typeof createRunProgress>;

/** Tells the windows how far a run is. */
export function createRunProgress(emit: EmitEvent, runId: string) {
  let lastSent = 0;
  let last: Sent = { stage: 'validating', message: '', fraction: null };
  const send = (sent: Sent, usage?: UsageSample) => {
    emit('run.progressed', { runId, ...sent, ...(usage === undefined ? {} : { usage }) });
    last = sent;
    lastSent = performance.now();
  };
  return {
    stage: (stage: Sent['stage'], message: string, fraction: number | null = null) =>
      send({ stage, message, fraction }),
    bar(bar: number, barCount: number) {
      if (bar < 0 || performance.now() - lastSent < leastGapMilliseconds) return;
      const done = Math.min(bar + 1, barCount);
      const message = `${done} of ${barCount} bars`;
      send({ stage: 'running', message, fraction: done / barCount });
    },
    /** What the sandbox takes now, told also while the strategy itself says nothing. */
    usage: (sample: UsageSample) => send(last, sample),
  };
}
