import { AppError } from '../../../shared/contract/errors.ts';
import { ImportError } from '../../../shared/importers/import-error.ts';
import type { ImportedBars, ImportedTable } from '../../../shared/importers/importer.ts';
import { importText } from '../../../shared/importers/index.ts';

/**
 * Reads the text of a data file.
 * @throws {AppError} `bad-input` that names the file, the row, the column and what to do.
 */
export function importContent(content: string, fileName: string): ImportedBars | ImportedTable {
  try {
    return importText(content, fileName);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new AppError('bad-input', `${fileName}: ${error.message}`, error.hint);
  }
}
