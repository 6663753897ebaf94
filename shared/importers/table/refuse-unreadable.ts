import { ImportError } from '../import-error.ts';

/** What a decoder writes where bytes are not UTF-8. */
const replacementCharacter = '\uFFFD';

/**
 * Refuses what is no text of market data before it is looked at closer.
 * @throws {ImportError} for an empty file, a workbook, another binary or a wrong encoding.
 */
export function refuseUnreadable(text: string): void {
  if (!/[^\s\uFEFF]/.test(text)) {
    throw new ImportError('empty-file', 'The file is empty.', 'Export the data again.');
  }
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('\u{FFFD}\u{FFFD}\u0011')) {
    throw new ImportError(
      'unknown-format',
      'The file is a workbook or an archive, not text.',
      'Open it in the program it belongs to and save the sheet as "CSV UTF-8".',
    );
  }
  const at = firstUndecoded(text);
  if (at < 0) return;
  throw new ImportError(
    'wrong-encoding',
    'there are characters that are not UTF-8 text.',
    'Save the file as "CSV UTF-8" and import it again.',
    { row: text.slice(0, at).split('\n').length },
  );
}

/** A NUL stands for UTF-16 read as UTF-8, or for a binary file. */
function firstUndecoded(text: string): number {
  const places = [text.indexOf(replacementCharacter), text.indexOf('\0')];
  const found = places.filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}
