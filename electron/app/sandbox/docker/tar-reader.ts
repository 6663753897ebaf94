import { AppError } from '../../../../shared/contract/errors.ts';

/** What a tar holds, as it goes by. */
export interface TarVisitor {
  /** Whether the content of this file is wanted; only then is it kept in memory and handed to `file`. */
  wants(name: string, size: number): boolean;
  file(name: string, content: Buffer): void;
}

const blockBytes = 512;
const largestEntry = 8 * 2 ** 30;
const largestAttributes = 65_536;
const mostEntries = 10_000;

/** An archive that is not what `docker save` writes; what is wrong with it follows. */
export function badArchive(detail: string): AppError {
  return new AppError(
    'bad-input',
    `The file is not a sandbox image: ${detail}.`,
    'Choose a file that "Save to file" or "stratbox image save" wrote, whole and unchanged.',
  );
}

/**
 * Reads a tar of unknown origin piece by piece, with a small memory however large it claims to be. It
 * knows only what a saved image needs, plain files and folders with plain names: whatever two readers could
 * take for different things (long names, links, entries that rename or resize others) is refused.
 */
export function createTarReader(visitor: TarVisitor) {
  let waiting = Buffer.alloc(0);
  let entries = 0;
  let ended = false;
  /** Of the entry under way: bytes of its content and its padding that are still to come. */
  let left = { content: 0, padding: 0 };
  let kept: { readonly parts: Buffer[]; done(content: Buffer): void } | null = null;

  const endEntry = () => {
    kept?.done(Buffer.concat(kept.parts));
    kept = null;
  };
  const take = (piece: Buffer): Buffer => {
    const content = piece.subarray(0, left.content);
    if (content.length > 0) kept?.parts.push(Buffer.from(content));
    left.content -= content.length;
    const padding = Math.min(left.padding, piece.length - content.length);
    if (left.content === 0) {
      left.padding -= padding;
      if (left.padding === 0) endEntry();
    }
    return piece.subarray(content.length + (left.content === 0 ? padding : 0));
  };
  const begin = (block: Buffer) => {
    if (block.every((byte) => byte === 0)) {
      ended = true;
      return;
    }
    if ((entries += 1) > mostEntries) throw badArchive('it has too many parts');
    const { name, type, size } = readHeader(block);
    left = { content: size, padding: (blockBytes - (size % blockBytes)) % blockBytes };
    kept = null;
    if (type === 'x') kept = { parts: [], done: refuseRenaming };
    else if (type === '0' && visitor.wants(name, size)) {
      kept = { parts: [], done: (content) => visitor.file(name, content) };
    }
    if (size === 0) endEntry();
  };

  return {
    /** Throws at the first thing that does not belong into a saved image. */
    feed(chunk: Buffer): void {
      let rest = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      while (rest.length > 0 && !ended) {
        if (left.content > 0 || left.padding > 0) rest = take(rest);
        else if (rest.length < blockBytes) break;
        else {
          begin(rest.subarray(0, blockBytes));
          rest = rest.subarray(blockBytes);
        }
      }
      waiting = ended ? Buffer.alloc(0) : Buffer.from(rest);
    },
    /** Throws where the archive ended too early. */
    end(): void {
      if (!ended) throw badArchive('it ends in the middle');
    },
  };
}

/** Attributes of a POSIX archive, "27 mtime=1700000000.5\n": times may be there, another name or size not. */
function refuseRenaming(attributes: Buffer): void {
  const text = attributes.toString('latin1');
  if (/^(\d+ ([amc]time|SCHILY\.xattr\.[^=\n]*)=[^\n]*\n)*$/.test(text)) return;
  throw badArchive('a part of it claims another name or size than it has');
}

interface Header {
  readonly name: string;
  /** "0" a file, "5" a folder, "x" further attributes of the next one. */
  readonly type: '0' | '5' | 'x';
  readonly size: number;
}

function readHeader(block: Buffer): Header {
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (sum !== readOctal(block, 148, 8)) throw badArchive('it is damaged, or no tar at all');
  const name = readText(block, 0, 100);
  const prefix = block.toString('latin1', 257, 262) === 'ustar' ? readText(block, 345, 155) : '';
  const type = block.toString('latin1', 156, 157).replace('\0', '0');
  if (type !== '0' && type !== '5' && type !== 'x')
    throw badArchive(`"${name}" is neither a file nor a folder`);
  if (prefix !== '' || !/^[\w./-]+$/.test(name) || name.split('/').includes('..')) {
    throw badArchive('a part of it has a name that no saved image has');
  }
  const size = type === '5' ? 0 : readOctal(block, 124, 12);
  if (size > (type === 'x' ? largestAttributes : largestEntry))
    throw badArchive(`"${name}" claims to be larger than any image`);
  return { name, type, size };
}

function readText(block: Buffer, at: number, length: number): string {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end < 0 ? length : end);
}

function readOctal(block: Buffer, at: number, length: number): number {
  const text = readText(block, at, length).trim();
  if (!/^[0-7]{1,12}$/.test(text)) throw badArchive('it is damaged, or no tar at all');
  return Number.parseInt(text, 8);
}
