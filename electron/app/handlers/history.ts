import type { EmitEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { drawdownOf } from '../../../shared/metrics/curve.ts';
import { createReport } from '../../../shared/reports/index.ts';
import type { Handlers } from '../dispatch.ts';
import type { RunStore } from '../store/runs.ts';

type HistoryHandlers = Pick<
  Handlers,
  'history.list' | 'history.read' | 'history.remove' | 'report.export'
>;

/** The runs that were kept, and the reports made of them. */
export function createHistoryHandlers(runs: RunStore, emit: EmitEvent): HistoryHandlers {
  const readRun = (runId: string): RunRecord => {
    const record = runs.read(runId);
    if (record !== undefined) return record;
    throw new AppError(
      'not-found',
      'This run is not in the history.',
      'Choose another one from the list, or run the strategy again.',
    );
  };
  return {
    'history.list': ({ limit }) => runs.list(limit),
    'history.read': ({ runId }) => readRun(runId),
    'history.remove': ({ runId }) => {
      runs.remove(runId);
      emit('history.changed', {});
      return { ok: true };
    },
    'report.export': ({ runId, format }) => {
      const record = readRun(runId);
      const curve = runs.readFullCurve(runId);
      if (record.status !== 'done' || curve === undefined) {
        throw new AppError(
          'bad-input',
          'This run has no result to report.',
          'Export a run that finished.',
        );
      }
      const full = { ...curve, drawdown: drawdownOf(curve.equity) };
      return { files: createReport(format, { record, full }) };
    },
  };
}
