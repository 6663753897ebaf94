import { z } from 'zod';
import { AppError } from '../../../../shared/contract/errors.ts';
import { localBaseTags } from './image-recipes.ts';
import { freeSpaceHint } from './request.ts';

export interface BuildProgress {
  /** Share of the build's steps that are done, 0 to 1. */
  readonly fraction: number;
  /** The step under way as the Dockerfile words it. */
  readonly step: string;
  /** One line of the build's log, without its line end. */
  readonly line: string;
}

/** One JSON line of the engine's build answer; unknown fields are of no interest. */
const messageSchema = z.object({
  stream: z.string().optional(),
  status: z.string().optional(),
  id: z.string().optional(),
  error: z.string().optional(),
});

/**
 * Follows the answer to a build or a load. Feed it text as it arrives; throws the engine's own error, with
 * a hint.
 * The fraction counts the Dockerfile's steps, since that is all the engine tells.
 */
export function createBuildReader(
  onProgress: (progress: BuildProgress) => void,
  toError: (detail: string) => AppError = buildError,
) {
  let rest = '';
  let fraction = 0;
  let step = 'Preparing';

  const tell = (text: string) => {
    for (const line of text.split('\n').map((part) => part.trimEnd())) {
      if (line === '') continue;
      // Docker writes "Step 3/7 : RUN …", Podman "STEP 3/7: RUN …".
      const match = /^step (\d+)\/(\d+)\s*:\s*(.*)$/i.exec(line);
      if (match) {
        fraction = (Number(match[1]) - 1) / Number(match[2]);
        step = (match[3] ?? '').slice(0, 120);
      }
      onProgress({ fraction, step, line: line.slice(0, 2000) });
    }
  };
  const readLine = (line: string) => {
    if (line.trim() === '') return;
    const message = messageSchema.safeParse(parseJson(line)).data;
    if (message?.error !== undefined) throw toError(message.error);
    if (message?.stream !== undefined) tell(message.stream);
    else if (message?.status !== undefined) {
      tell(message.id ? `${message.id}: ${message.status}` : message.status);
    }
  };
  return {
    feed(text: string): void {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(readLine);
    },
    end(): void {
      readLine(rest);
      rest = '';
    },
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not a message of the build; nothing to show.
    return null;
  }
}

const fullDisk = /no space left/i;
/** A pull that failed is the usual cause, and the one with a way round. */
const notFetched =
  /pull|manifest|registry|lookup|dial tcp|TLS|x509|timeout|connection|unauthorized|denied|toomanyrequests|apt-get/i;
const otherArchitecture = /exec format error/i;

export function buildError(detail: string, localBase = localBaseTags.javascript): AppError {
  return new AppError(
    'internal',
    `The sandbox image could not be built: ${detail.trim()}`,
    hintFor(detail, localBase),
  );
}

function hintFor(detail: string, localBase: string): string {
  if (fullDisk.test(detail)) return freeSpaceHint;
  if (notFetched.test(detail)) {
    return `The base image could not be fetched. Connect to the internet; or, without a registry, make a local base with "npm run local-base" (Debian), or load one and tag it ${localBase}.`;
  }
  return otherArchitecture.test(detail)
    ? `The base image is made for another architecture than the engine’s. Remove it (docker image rm ${localBase}), or name one with STRATBOX_BASE_IMAGE.`
    : 'The build’s log above shows the step that failed.';
}
