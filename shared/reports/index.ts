import type { ReportFile, ReportFormat } from '../contract/models/report.ts';
import { writeCsv } from './csv.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import type { ReportInput, ReportWriter } from './report.ts';

export type { ReportInput } from './report.ts';

const writers: Record<ReportFormat, ReportWriter> = {
  html: writeHtml,
  csv: writeCsv,
  json: writeJson,
};

/** Makes a run's report: one file or several, named after the strategy, as text to be saved as UTF-8. */
export function createReport(format: ReportFormat, input: ReportInput): ReportFile[] {
  return writers[format](input);
}
