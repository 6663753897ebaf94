import { reportFileName } from './file-name.ts';
import { renderDocument } from './html/document.ts';
import type { ReportWriter } from './report.ts';

/** One file that needs nothing else: no script, no network, for reading and for printing. */
export const writeHtml: ReportWriter = ({ record }) => [
  {
    fileName: reportFileName(record, '.html'),
    mediaType: 'text/html',
    content: renderDocument(record),
  },
];
