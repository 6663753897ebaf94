/** What an id of the catalog looks like; as it names a folder, nothing else reaches the disk. */
export const datasetIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Names that Windows keeps for devices, whatever follows the dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A short id from a file's name, unlike all `taken`: letters a to z, digits and hyphens. */
export function slugOf(fileName: string, taken: ReadonlySet<string>): string {
  const plain = baseName(fileName)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' || reserved.test(plain) ? `data${plain && `-${plain}`}` : plain;
  let slug = base;
  for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`;
  return slug;
}

/** The file's name without folders and extension. */
export function baseName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/, '');
}
