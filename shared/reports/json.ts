import { describeSettings } from './describe-settings.ts';
import { reportFileName } from './file-name.ts';
import type { ReportWriter } from './report.ts';

/**
 * The run's whole record, and with it every bar of the curve and every rule in words. Keys stand in alphabetical order at
 * every level, so the same run gives the same bytes wherever its record came from.
 */
export const writeJson: ReportWriter = ({ record, full }) => {
  const assumptions = describeSettings(record.manifest);
  const fullCurve = {
    time: Array.from(full.time),
    equity: Array.from(full.equity),
    drawdown: Array.from(full.drawdown),
    benchmark: Array.from(full.benchmark),
  };
  return [
    {
      fileName: reportFileName(record, '.json'),
      mediaType: 'application/json',
      content: `${JSON.stringify(inKeyOrder({ ...record, assumptions, fullCurve }))}\n`,
    },
  ];
};

function inKeyOrder(value: unknown): unknown {
  // A column of numbers holds no keys; passing it on whole spares a walk over a million bars.
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inKeyOrder(inner)]));
}
