import { asAppError } from '../../api.ts';
import { showDone, showError } from '../../ui/toast.ts';
import { exportReport } from '../results/export/export-report.ts';
import { useRunStore } from './run-store.ts';

/** Hands on the shown run as a page to read; the results' own menu has the other formats. */
export async function exportShownRun(): Promise<void> {
  const { record } = useRunStore.getState();
  if (!record) return;
  try {
    const said = await exportReport(record.summary.runId, 'html');
    if (said !== null) showDone(said);
  } catch (error) {
    showError(asAppError(error));
  }
}
