import { csvImporter } from './csv.ts';
import { ImportError } from './import-error.ts';
import type { ImportedBars, ImportedTable, Importer } from './importer.ts';
import { tableImporter } from './table.ts';

/** Every format, in the order in which they are tried. */
export const importers: readonly Importer[] = [tableImporter, csvImporter];

/**
 * Reads bars, or any other table, from the text of a file in whichever format it is.
 * @throws {ImportError} that names the place in the file and what to do.
 */
export function importText(text: string, fileName: string): ImportedBars | ImportedTable {
  const importer = importers.find((candidate) => candidate.sniff(text, fileName));
  if (!importer) {
    throw new ImportError(
      'unknown-format',
      'The file is in no format that Stratbox reads.',
      `Save it as one of: ${[...new Set(importers.map(({ label }) => label))].join(', ')}.`,
    );
  }
  return importer.parse(text, fileName);
}
