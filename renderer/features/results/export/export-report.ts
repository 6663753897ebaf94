import type { ReportFile, ReportFormat } from '../../../../shared/contract/models/report.ts';
import { call } from '../../../api.ts';
import { appInfo } from '../../shell/app-info.ts';
import { formatCount } from '../format/format-number.ts';

/**
 * Makes a run's report and hands its files to the analyst: through the desktop's save dialog, or as
 * downloads in a browser. Resolves with what to say about it, or null if the dialog was cancelled.
 * @throws {AppError} if the report could not be made or saved.
 */
export async function exportReport(runId: string, format: ReportFormat): Promise<string | null> {
  const { files } = await call('report.export', { runId, format });
  const { host } = await appInfo();
  if (host === 'desktop') {
    const { saved, paths } = await call('host.saveFiles', { files });
    return saved ? `Saved ${paths.join(', ')}` : null;
  }
  files.forEach(download);
  const [only] = files;
  return files.length === 1 && only !== undefined
    ? `Downloaded ${only.fileName}`
    : `Downloaded ${formatCount(files.length, 'file')}`;
}

function download({ fileName, mediaType, content }: ReportFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download reads the address after this turn; a minute is ample even for large reports.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
