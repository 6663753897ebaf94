export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** The separator that the header line uses most, outside quotes; a comma when it has none. */
export function findSeparator(header: string): Separator {
  const unquoted = header.replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: Separator) => unquoted.split(separator).length;
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best));
}
