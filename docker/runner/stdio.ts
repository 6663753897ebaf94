import { writeSync } from 'node:fs';
import { FrameReader, frameTypes, encodeJsonFrame, type Frame } from '../../shared/frames/codec.ts';
import { maximumJobFrame, type Job } from '../../shared/frames/job.ts';

/** Reads the job, its columns and its tables from standard input; everything in it comes from the app. */
export async function readJob(): Promise<{ job: Job; columns: Uint8Array; tables: Uint8Array }> {
  const reader = new FrameReader(maximumJobFrame);
  const frames: Frame[] = [];
  for await (const piece of process.stdin) {
    frames.push(...reader.push(piece as Uint8Array));
    if (frames.length >= 3) break;
  }
  const payload = (type: number) => {
    const frame = frames.find((candidate) => candidate.type === type);
    if (frame === undefined) throw new Error(`The job came without its frame of type ${type}`);
    return frame.payload;
  };
  const job = JSON.parse(new TextDecoder().decode(payload(frameTypes.job))) as Job;
  return { job, columns: payload(frameTypes.columns), tables: payload(frameTypes.tables) };
}

/** Writes a frame to standard output and returns when the pipe has taken it, so memory stays flat. */
export function writeFrame(type: number, value: unknown): void {
  const bytes = encodeJsonFrame(type, value);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      // The pipe is full and in non-blocking mode: wait a moment for the app to read.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
