import { reportFileName } from './file-name.ts';
import type { ReportWriter } from './report.ts';

/** The run's whole record, and with it every bar of the curve. */
export const writeJson: ReportWriter = ({ record, full }) => {
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
      content: `${JSON.stringify({ ...record, fullCurve })}\n`,
    },
  ];
};
