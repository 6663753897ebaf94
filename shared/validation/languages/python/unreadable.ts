/** Why a text is no Python text at all, with the offset; undefined for what may be parsed. */
export interface Unreadable {
  readonly at: number;
  readonly message: string;
}

/**
 * What makes this reader and Python's own see two different texts is refused before either reads it:
 * another encoding, characters that only one of them takes for a line's end, and indentation that
 * depends on the width of a tab.
 */
export function findUnreadable(source: string): Unreadable | undefined {
  const coding = /^(?:[^\n\r]*(?:\r\n|[\n\r]))?[ \t\f]*#[^\n\r]*?coding[:=][ \t]*([-\w.]+)/.exec(
    source.replace(/^\ufeff/, ''),
  );
  const [, encoding = 'utf-8'] = coding ?? [];
  if (!/^utf[-_]?8(?:[-_]sig)?$/i.test(encoding)) {
    const at = source.indexOf(encoding);
    return { at, message: `This text says it is written in ${encoding}: only UTF-8 is judged.` };
  }
  const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
    source,
  );
  if (half !== null) {
    return { at: half.index, message: 'Half a character is here: this is no UTF-8 text.' };
  }
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]/.exec(source);
  if (control === null) return undefined;
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    at: control.index,
    message: `The control character U+${code} is here; write it as an escape.`,
  };
}
