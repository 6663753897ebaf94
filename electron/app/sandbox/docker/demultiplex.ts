import { PassThrough, type Readable } from 'node:stream';
import { AppError } from '../../../../shared/contract/errors.ts';

const headerBytes = 8;
const standardErrorBytes = 8192;
const [standardOutput, standardError] = [1, 2];

export interface DemultiplexedStreams {
  readonly output: Readable;
  /** The last 8 kB of standard error so far. */
  readonly standardError: () => string;
}

/**
 * Parts an attached stream: the engine puts 8 bytes before each chunk, the stream's number and, big
 * endian, the chunk's length. Reads no faster than `output` is read, so that a strategy that prints a
 * gigabyte fills a pipe in its own container and not the app's memory.
 */
export function demultiplex(source: Readable): DemultiplexedStreams {
  const output = new PassThrough();
  const tail = createTail(standardErrorBytes);
  const parse = createChunkParser((stream, chunk) => {
    if (stream === standardOutput) return output.write(chunk);
    if (stream === standardError) tail.add(chunk);
    return true;
  });
  source.on('data', (data: Buffer) => {
    if (output.destroyed) return;
    try {
      if (!parse(data)) source.pause();
    } catch (error) {
      output.destroy(error as Error);
      source.destroy();
    }
  });
  output.on('drain', () => source.resume());
  source.on('end', () => output.end());
  // A connection that broke ends the output too; `exited` tells why.
  source.on('error', () => output.end());
  source.on('close', () => output.end());
  output.on('close', () => source.resume());
  return { output, standardError: tail.text };
}

/** Calls `emit` for each piece of payload; returns false once any `emit` asked to wait. */
export function createChunkParser(emit: (stream: number, chunk: Buffer) => boolean) {
  let header = Buffer.alloc(0);
  let stream = 0;
  let remaining = 0;
  return (data: Buffer): boolean => {
    let flowing = true;
    let offset = 0;
    while (offset < data.length) {
      if (remaining === 0) {
        const part = data.subarray(offset, offset + headerBytes - header.length);
        offset += part.length;
        header = Buffer.concat([header, part]);
        if (header.length < headerBytes) break;
        stream = header.readUInt8(0);
        remaining = header.readUInt32BE(4);
        header = Buffer.alloc(0);
        if (stream > standardError) throw misaligned(stream);
      } else {
        const chunk = data.subarray(offset, offset + remaining);
        offset += chunk.length;
        remaining -= chunk.length;
        if (!emit(stream, chunk)) flowing = false;
      }
    }
    return flowing;
  };
}

function misaligned(stream: number): AppError {
  return new AppError(
    'internal',
    `The container engine sent output for a stream that does not exist (${stream}).`,
    'Run again; if it stays, the engine’s version is not understood: see the doctor.',
  );
}

/** Keeps the last `limit` bytes. */
function createTail(limit: number) {
  let chunks: Buffer[] = [];
  let length = 0;
  return {
    add(chunk: Buffer): void {
      // Copied: a slice would keep the whole network buffer alive.
      chunks.push(Buffer.from(chunk.subarray(-limit)));
      length += Math.min(chunk.length, limit);
      if (length > 4 * limit) {
        chunks = [Buffer.concat(chunks).subarray(-limit)];
        length = limit;
      }
    },
    text: (): string => Buffer.concat(chunks).subarray(-limit).toString('utf8'),
  };
}
