import { bytesToFloats, floatsToBytes, joinBytes } from './column-bytes.ts';
import type { ColumnHead, Table, TableColumn } from './table.ts';

/** The most bytes that a table takes, and all tables of one run together. */
export const maximumTableBytes = 192 * 1024 * 1024;

/**
 * A table as it is stored, hashed and sent to a sandbox: its columns of numbers, times and booleans
 * one after the other as little-endian doubles, then its columns of text as one JSON list of lists.
 * The JSON is plain ASCII: inside a sandbox there is nothing that decodes UTF-8.
 */
export function tableToBytes({ columns }: Table): Uint8Array {
  const pieces = columns.flatMap((column) =>
    column.kind === 'text' ? [] : [floatsToBytes(column.values)],
  );
  const texts = columns.flatMap((column) => (column.kind === 'text' ? [column.values] : []));
  pieces.push(asciiBytes(JSON.stringify(texts)));
  return joinBytes(pieces);
}

/**
 * The inverse of `tableToBytes`. Only the shape is checked, not the values.
 * @throws {RangeError} if the bytes are not those of such columns.
 */
export function bytesToTable(
  bytes: Uint8Array,
  heads: readonly ColumnHead[],
  rowCount: number,
): Table {
  const numeric = heads.filter(({ kind }) => kind !== 'text').length;
  const columnBytes = rowCount * Float64Array.BYTES_PER_ELEMENT;
  if (bytes.length < numeric * columnBytes) {
    throw new RangeError(`${bytes.length} bytes are too few for ${numeric} columns`);
  }
  const texts = readTexts(bytes.subarray(numeric * columnBytes));
  if (texts.length !== heads.length - numeric) throw new RangeError('Columns of text are missing');
  let [numbersRead, textsRead] = [0, 0];
  const columns = heads.map(({ name, kind }): TableColumn => {
    if (kind === 'text') {
      const values = texts[textsRead++] ?? [];
      if (values.length !== rowCount) throw new RangeError(`${name} has ${values.length} values`);
      return { name, kind, values };
    }
    const start = numbersRead++ * columnBytes;
    return { name, kind, values: bytesToFloats(bytes.subarray(start, start + columnBytes)) };
  });
  return { columns, rowCount };
}

function readTexts(bytes: Uint8Array): (string | null)[][] {
  try {
    return JSON.parse(asciiText(bytes)) as (string | null)[][];
  } catch {
    throw new RangeError('The columns of text cannot be read');
  }
}

/** JSON in ASCII: every other character, which can only stand in a text, becomes an escape. */
function asciiBytes(json: string): Uint8Array {
  const escaped = json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new TextEncoder().encode(escaped);
}

const unitsAtOnce = 8192;

function asciiText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += unitsAtOnce) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + unitsAtOnce)));
  }
  return pieces.join('');
}
