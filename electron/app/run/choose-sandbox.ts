import type { RunError, RunLimits, SandboxChoice } from '../../../shared/contract/models/run.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Language } from '../../../shared/validation/types.ts';
import type { SandboxProcess } from '../sandbox/process.ts';
import type { DockerSandbox } from '../sandbox/docker/index.ts';
import type { EmbeddedSandbox } from '../sandbox/embedded/index.ts';

export interface Sandboxes {
  readonly docker: DockerSandbox;
  readonly embedded: EmbeddedSandbox;
}

export interface StartOptions {
  readonly runId: string;
  readonly language: Language;
  readonly choice: SandboxChoice;
  readonly limits: RunLimits;
  readonly signal: AbortSignal;
  readonly onBuildProgress: (fraction: number | null, step: string) => void;
}

export type Start =
  | { readonly ok: true; readonly sandbox: SandboxProcess }
  | { readonly ok: false; readonly error: RunError };

/**
 * Starts a sandbox by the client's route: a container, else (only with the choice "auto") the embedded
 * WebAssembly sandbox, else none. No route ever runs a strategy without one, and Python has the
 * container alone.
 */
export async function startSandbox(sandboxes: Sandboxes, options: StartOptions): Promise<Start> {
  const { choice, language } = options;
  if (language === 'python') return startPython(sandboxes, options);
  if (choice === 'embedded') return startEmbedded(sandboxes, options, 'You chose it for this run.');
  const docker = await tryDocker(sandboxes.docker, options);
  if (docker.ok || choice === 'docker' || options.signal.aborted) return docker;
  const start = startEmbedded(sandboxes, options, docker.error.message);
  if (!start.ok) return start;
  const { sandbox } = start;
  return { ok: true, sandbox: { ...sandbox, used: { ...sandbox.used, fallback: true } } };
}

async function startPython({ docker }: Sandboxes, options: StartOptions): Promise<Start> {
  if (options.choice === 'embedded') {
    return none(
      'Python runs in a container only, and by your setting this run uses the embedded sandbox.',
      'Choose "Automatic" or "Containers only" in the run settings.',
    );
  }
  const start = await tryDocker(docker, options);
  if (start.ok) return start;
  const { message, hint } = start.error;
  return none(`Python runs in a container only. ${message}`, hint);
}

async function tryDocker(docker: DockerSandbox, options: StartOptions): Promise<Start> {
  try {
    return { ok: true, sandbox: await startBuilt(docker, options) };
  } catch (error) {
    if (error instanceof AppError) return none(error.message, error.hint);
    return none(
      `The container could not be started: ${error instanceof Error ? error.message : String(error)}`,
      'Run the doctor to see what the container engine says.',
    );
  }
}

/** Builds the image first where there is none; a start that finds one asks nothing else. */
async function startBuilt(docker: DockerSandbox, options: StartOptions): Promise<SandboxProcess> {
  try {
    return await docker.start(options);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not-found')) throw error;
  }
  const { signal, onBuildProgress } = options;
  const image = options.language === 'python' ? docker.pythonImage : docker.image;
  await image.build({
    signal,
    onProgress: ({ fraction, step }) => onBuildProgress(fraction, step),
  });
  return docker.start(options);
}

function startEmbedded({ embedded }: Sandboxes, { limits }: StartOptions, reason: string): Start {
  if (limits.network !== 'none') {
    return none(
      `${reason} The embedded sandbox never has a network, and this run asks for one.`,
      'Set the network to none in the run settings, or run in a container.',
    );
  }
  const status = embedded.status();
  if (status.state !== 'ready') return none(`${reason} ${status.message}`, 'Reinstall Stratbox.');
  return { ok: true, sandbox: embedded.start({ limits, reason }) };
}

function none(message: string, hint: string): Start {
  return { ok: false, error: { code: 'no-sandbox', message, hint } };
}
