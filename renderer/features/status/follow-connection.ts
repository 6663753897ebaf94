import { asAppError, call, onEvent } from '../../api.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { failed, finished } from '../run/run-state.ts';
import { useRunStore } from '../run/run-store.ts';
import { useConnectionStore } from './connection-store.ts';

/** The run that was under way when the connection was lost. */
let lostRunId: string | null = null;

/**
 * After a lost connection, shows what has become of the run that was under way, and calls `refresh`
 * for everything else that the window shows.
 */
export function followConnection(refresh: () => void): () => void {
  const stops = [
    useConnectionStore.subscribe(({ state }, previous) => {
      if (state === previous.state) return;
      const run = useRunStore.getState();
      // The call fails a moment later, when nobody can tell any more that the run was under way.
      if (state === 'lost' && run.phase === 'running') lostRunId = run.runId;
      if (state !== 'connected' || previous.state !== 'lost') return;
      refresh();
      void findLostRun();
    }),
    onEvent('run.finished', ({ runId }) => {
      if (runId === lostRunId) void findLostRun();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

async function findLostRun(): Promise<void> {
  const runId = lostRunId;
  if (runId === null || useRunStore.getState().runId !== runId) return;
  try {
    const { runIds } = await call('run.active', {});
    if (runIds.includes(runId)) {
      useRunStore.setState({ phase: 'running', failure: null });
      return;
    }
    const record = await call('history.read', { runId });
    useRunStore.setState((state) => ({ ...finished(state, record), failure: null }));
    lostRunId = null;
  } catch (error) {
    const failure = asAppError(error);
    const gone = failure.code === 'not-found' ? endedWithoutRecord : failure;
    useRunStore.setState((state) => failed(state, runId, gone.toShape()));
  }
}

const endedWithoutRecord = new AppError(
  'not-found',
  'The run ended while the connection was lost, and left no result.',
  'Run it again.',
);
