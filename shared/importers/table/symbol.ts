const longest = 32;

/**
 * The instrument's symbol from the file's own column, else from its name. It is only ever shown as
 * text; control and formatting characters go, so that it cannot disguise what stands around it.
 */
export function symbolFrom(named: string | undefined, fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/, '');
  const clean = (text: string) =>
    text
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .trim()
      .slice(0, longest);
  return clean(named ?? '') || clean(base).toUpperCase() || 'DATA';
}
