/** The numbers at a version's start, without a packager's suffix: "1.1.5+ds1" is "1.1.5". */
export function plainVersion(version: string): string {
  return /\d+(\.\d+)*/.exec(version)?.[0] ?? '';
}

/**
 * True when `version` came before `other`, a plain version. A candidate such as "1.0.0-rc93" came before
 * its release. False for a text without a number: nothing is known of it.
 */
export function isBefore(version: string, other: string): boolean {
  const plain = plainVersion(version);
  if (plain === '') return false;
  const [numbers, others] = [plain, other].map((text) => text.split('.').map(Number));
  for (const [index, wanted] of (others ?? []).entries()) {
    const given = numbers?.[index] ?? 0;
    if (given !== wanted) return given < wanted;
  }
  return /-(rc|alpha|beta)/.test(version);
}
