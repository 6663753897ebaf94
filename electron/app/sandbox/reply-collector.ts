import type { LogLine } from '../../../shared/contract/models/run.ts';
import type { Decision } from '../../../shared/engine/decision.ts';
import { FrameReader } from '../../../shared/frames/codec.ts';
import { maximumPlots } from '../../../shared/frames/plot-limits.ts';
import {
  maximumReplyFrame,
  parseReply,
  type SandboxReply,
} from '../../../shared/frames/replies.ts';

/** A sandbox that sends more than this altogether is ended: 128 MiB is over two million decisions. */
const maximumBytes = 128 * 1024 * 1024;
/** Our own console stops at 1 MiB; a sandbox that sends twice that is not using it. */
const maximumLogCharacters = 2 * 1024 * 1024;

type ResultReply = Extract<SandboxReply, { kind: 'result' }>;
export type LastReply = Extract<SandboxReply, { kind: 'done' | 'failed' }>;

/** The sandbox sent more than it may; the run ends as an output limit. */
export class OutputLimitError extends Error {}

/** Reads a sandbox's hostile byte stream and keeps what a run needs of it, within its caps. */
export class ReplyCollector {
  readonly decisions: Decision[] = [];
  readonly plots = new Map<string, Float64Array>();
  readonly log: LogLine[] = [];
  /** What a script left in `result`, by its own word. */
  result: ResultReply | undefined;
  last: LastReply | undefined;
  bar = -1;
  readonly #barCount: number;
  readonly #reader = new FrameReader(maximumReplyFrame);
  #bytes = 0;
  #logCharacters = 0;

  constructor(barCount: number) {
    this.#barCount = barCount;
  }

  /**
   * Takes the next piece of the stream and returns the lines it printed.
   * @throws {OutputLimitError} beyond the caps, {Error} for anything that is no proper frame.
   */
  push(bytes: Uint8Array): LogLine[] {
    this.#bytes += bytes.length;
    if (this.#bytes > maximumBytes) throw new OutputLimitError('over 128 MiB of results');
    const printed: LogLine[] = [];
    for (const frame of this.#reader.push(bytes)) {
      if (this.last !== undefined) throw new Error('Something was sent after the end of the run');
      this.#take(parseReply(frame, this.#barCount, this.decisions.length), printed);
    }
    this.log.push(...printed);
    return printed;
  }

  #take(reply: SandboxReply, printed: LogLine[]): void {
    switch (reply.kind) {
      case 'ready':
        return;
      case 'progress':
        this.bar = reply.bar;
        return;
      case 'log':
        this.#logCharacters += reply.text.length + 1;
        if (this.#logCharacters > maximumLogCharacters) {
          throw new OutputLimitError('over 2 MiB of printed text');
        }
        printed.push({ level: reply.level, text: reply.text, bar: reply.bar });
        return;
      case 'decisions':
        for (const decision of reply.decisions) this.decisions.push(decision);
        return;
      case 'plot':
        this.#plot(reply);
        return;
      case 'result':
        if (this.result !== undefined) throw new Error('A second result was sent');
        this.result = reply;
        return;
      default:
        this.#end(reply);
    }
  }

  #plot({ name, start, values }: Extract<SandboxReply, { kind: 'plot' }>): void {
    if (start + values.length > this.#barCount) throw new Error(`The plot "${name}" is too long`);
    if (!this.plots.has(name)) {
      if (this.plots.size >= maximumPlots) throw new Error('There are too many plots');
      this.plots.set(name, new Float64Array(this.#barCount).fill(NaN));
    }
    const column = this.plots.get(name);
    values.forEach((value, index) => column?.fill(value ?? NaN, start + index, start + index + 1));
  }

  #end(reply: LastReply): void {
    if (reply.kind === 'done' && reply.decisionCount !== this.decisions.length) {
      throw new Error(
        `The sandbox counted ${reply.decisionCount} decisions and sent ${this.decisions.length}`,
      );
    }
    this.last = reply;
  }
}
