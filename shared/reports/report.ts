import type { ReportFile } from '../contract/models/report.ts';
import type { RunRecord } from '../contract/models/run.ts';

/** A finished run: its record, and every bar of the curve of which the record holds a sample. */
export interface ReportInput {
  readonly record: RunRecord;
  readonly full: {
    readonly time: Float64Array;
    readonly equity: Float64Array;
    readonly drawdown: Float64Array;
    readonly benchmark: Float64Array;
  };
}

/** One report format; pure, so the same run gives the same bytes. */
export type ReportWriter = (input: ReportInput) => ReportFile[];

/** Whether the host's replay stands behind the figures. Anything but a pass does not count. */
export function isVerified({ badges }: RunRecord): boolean {
  return badges.verified.state === 'passed';
}
