/**
 * The wire between the app and a sandbox, in both directions: each frame is its payload's length
 * (uint32, little-endian), its type (uint8) and the payload. Text is UTF-8 JSON.
 */
export const frameTypes = {
  job: 1,
  columns: 2,
  tables: 3,
  ready: 16,
  progress: 17,
  log: 18,
  decisions: 19,
  done: 20,
  failed: 21,
  plot: 22,
  result: 23,
} as const;

export interface Frame {
  readonly type: number;
  readonly payload: Uint8Array;
}

const headerLength = 5;

export function encodeFrame(type: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerLength + payload.length);
  new DataView(bytes.buffer).setUint32(0, payload.length, true);
  bytes[4] = type;
  bytes.set(payload, headerLength);
  return bytes;
}

export function encodeJsonFrame(type: number, value: unknown): Uint8Array {
  return encodeFrame(type, new TextEncoder().encode(JSON.stringify(value)));
}

/**
 * Cuts a byte stream into frames. `push` may be given any pieces, and never holds more than one
 * frame plus the piece it was given.
 * @throws {RangeError} from `push` when a frame announces more than `maximumPayload` bytes: the
 * announcement is refused before any memory is set aside for it.
 */
export class FrameReader {
  readonly #maximumPayload: number;
  #pieces: Uint8Array[] = [];
  #held = 0;

  constructor(maximumPayload: number) {
    this.#maximumPayload = maximumPayload;
  }

  push(bytes: Uint8Array): Frame[] {
    this.#pieces.push(bytes);
    this.#held += bytes.length;
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame);
    return frames;
  }

  /** Bytes of a frame that has begun and not ended. */
  get pending(): number {
    return this.#held;
  }

  #next(): Frame | undefined {
    if (this.#held < headerLength) return undefined;
    const header = this.#peek(headerLength);
    const length = new DataView(header.buffer, header.byteOffset).getUint32(0, true);
    if (length > this.#maximumPayload) {
      throw new RangeError(`A frame announces ${length} bytes; at most ${this.#maximumPayload} go`);
    }
    if (this.#held < headerLength + length) return undefined;
    const whole = this.#peek(headerLength + length);
    this.#drop(headerLength + length);
    return { type: whole[4] as number, payload: whole.subarray(headerLength) };
  }

  /** The first `length` bytes in one piece; pieces are joined only when a frame is complete. */
  #peek(length: number): Uint8Array {
    const first = this.#pieces[0] as Uint8Array;
    if (first.length >= length) return first.subarray(0, length);
    const joined = new Uint8Array(length);
    let filled = 0;
    for (const piece of this.#pieces) {
      const part = piece.subarray(0, length - filled);
      joined.set(part, filled);
      filled += part.length;
      if (filled === length) break;
    }
    return joined;
  }

  #drop(length: number): void {
    this.#held -= length;
    let left = length;
    while (left > 0) {
      const first = this.#pieces[0] as Uint8Array;
      if (first.length > left) {
        this.#pieces[0] = first.subarray(left);
        return;
      }
      left -= first.length;
      this.#pieces.shift();
    }
  }
}
