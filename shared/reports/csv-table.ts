/** Text is written as text; a number exactly, in the fewest digits that read back as the same bits. */
export type Cell = string | number | null;

/**
 * What makes Excel, LibreOffice or Google Sheets take a cell for a formula, also behind blanks and
 * in full width (OWASP, "CSV Injection"). A line break could start a new cell in a lenient reader.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** RFC 4180: comma, CRLF after each row, the header first, quotes doubled. */
export function csvTable(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** A number stays bare; text that could run as a formula gets an apostrophe in front. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = formula.test(cell) ? `'${cell}` : cell;
  // Spreadsheets that split at semicolons keep a quoted cell whole, so whatever is not a word is quoted.
  return /^[\w.:-]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
