import { Writable, type Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type Docker from 'dockerode';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { Badge, RunLimits } from '../../../../shared/contract/models/run.ts';
import type { SandboxExit, SandboxProcess } from '../process.ts';
import { demultiplex } from './demultiplex.ts';
import { readUsage } from './container-stats.ts';
import type { Engine } from './engine.ts';
import { whenSilent } from './heartbeat.ts';
import { removeContainer } from './removal.ts';
import { engineError, EngineRefusal, request, unlessAborted } from './request.ts';
import { assertIsolation, toCreateOptions } from './settings-check.ts';
import { allowedCpus, type Setting } from './settings.ts';

export interface ContainerOrder {
  readonly name: string;
  readonly imageId: string;
  /** Those that `settings` were made from. */
  readonly limits: Pick<RunLimits, 'memoryMegabytes' | 'cpus' | 'network'>;
  readonly settings: readonly Setting[];
  readonly signal: AbortSignal;
  /** Hears of a container that could not be removed, so that it is swept later. */
  readonly onLeftBehind: (name: string) => void;
  /** Told before each step; the place where tests cut in. */
  readonly onStage?: (stage: Stage) => void;
}

export type Stage = 'create' | 'inspect' | 'attach' | 'start' | 'started';

/**
 * Creates a container, reads its settings back, attaches and starts it. Rejects with IsolationError,
 * EngineRefusal, EngineSilence or the signal's reason; whichever it is, nothing is left in the engine.
 */
export async function startContainer(
  engine: Engine,
  order: ContainerOrder,
): Promise<SandboxProcess> {
  const { name, settings, signal } = order;
  const enter = (stage: Stage) => {
    order.onStage?.(stage);
    signal.throwIfAborted();
  };
  const container = engine.docker.getContainer(name);
  let created: Promise<unknown> | undefined;
  let socket: Duplex | undefined;
  try {
    enter('create');
    // Not given the signal: an engine finishes a create whose client left, and the container must be known.
    created = request('create a container', 10_000, (abortSignal) =>
      engine.docker.createContainer({ ...toCreateOptions(settings), name, abortSignal }),
    );
    await unlessAborted(created, signal);
    enter('inspect');
    const inspected = await request(
      'inspect a container',
      5000,
      (abortSignal) => container.inspect({ abortSignal }),
      signal,
    );
    assertIsolation(settings, inspected);
    enter('attach');
    socket = await attach(container, signal);
    enter('start');
    await request(
      'start a container',
      20_000,
      (abortSignal) => container.start({ abortSignal }),
      signal,
    );
    enter('started');
    return createProcess(engine, order, socket);
  } catch (error) {
    socket?.destroy();
    if (created && !(await undo(engine, name, created))) order.onLeftBehind(name);
    throw explained(error, signal);
  }
}

/** Removes what a create may have made. False when the engine was too slow to be sure. */
async function undo(engine: Engine, name: string, created: Promise<unknown>): Promise<boolean> {
  const done = await Promise.race([
    created.then(
      () => true,
      () => true,
    ),
    pause(1000, false),
  ]);
  return (await removeContainer(engine, name)) && done;
}

function attach(container: Docker.Container, signal: AbortSignal): Promise<Duplex> {
  const streams = { stream: true, stdin: true, stdout: true, stderr: true, hijack: true };
  return request(
    'attach to a container',
    5000,
    async (abortSignal) => (await container.attach({ ...streams, abortSignal })) as Duplex,
    signal,
  );
}

/** The started container as the session sees it: bytes in, bytes out, one exit. */
function createProcess(engine: Engine, order: ContainerOrder, socket: Duplex): SandboxProcess {
  const { output, standardError } = demultiplex(socket);
  const { limits } = order;
  const givenUp = new AbortController();
  const exited = waitForExit(engine, order.name, givenUp, standardError);
  let destroyed: Promise<void> | undefined;
  return {
    used: {
      kind: 'docker',
      reason: `${engine.facts.name} is running and the sandbox image is ready.`,
      imageId: order.imageId,
      engine: engine.facts.name,
    },
    isolation: isolationBadge(order),
    usage: {
      allowed: {
        memory: limits.memoryMegabytes * 1024 * 1024,
        cpus: allowedCpus(limits, engine.facts),
      },
      read: (signal) => readUsage(engine, order.name, signal),
    },
    input: writableTo(socket),
    output,
    exited,
    destroy: () =>
      (destroyed ??= (async () => {
        const gone = await removeContainer(engine, order.name);
        if (!gone) {
          order.onLeftBehind(order.name);
          givenUp.abort();
        }
        socket.destroy();
      })()),
  };
}

/** A network is the user's own choice, but the promise of isolation does not hold with one. */
function isolationBadge({ settings, limits }: ContainerOrder): Badge {
  const equal = `${settings.length} settings read back from the engine equal the table`;
  return limits.network === 'none'
    ? {
        state: 'passed',
        detail: `${equal}: no network, read-only root, no privileges, own system call filter.`,
      }
    : {
        state: 'failed',
        detail: `It ran with the network that you allowed, so what it knew could leave the sandbox. Otherwise ${equal}.`,
      };
}

/** Waits for the container's end. Never rejects: an engine that goes away is an outcome. */
async function waitForExit(
  engine: Engine,
  name: string,
  givenUp: AbortController,
  standardError: () => string,
): Promise<SandboxExit> {
  const container = engine.docker.getContainer(name);
  const { signal } = givenUp;
  const ended = new AbortController();
  whenSilent(engine, ended.signal, () => givenUp.abort());
  try {
    await unlessAborted(container.wait({ condition: 'not-running', abortSignal: signal }), signal);
    const { State } = await request('inspect a container', 3000, (abortSignal) =>
      container.inspect({ abortSignal }),
    );
    const text = standardError();
    // The heap's own limit lies below the container's; V8 then aborts (128 + SIGABRT) and says why.
    const heapFull = State.ExitCode === 134 && text.includes('heap out of memory');
    return {
      code: State.ExitCode,
      outOfMemory: State.OOMKilled || heapFull,
      engineLost: false,
      standardError: text,
    };
  } catch (error) {
    // A refusal here is 404: the container was removed, by us or by someone else.
    const removed = engineError('wait for a container', error) instanceof EngineRefusal;
    return {
      code: null,
      outOfMemory: false,
      engineLost: !removed,
      standardError: standardError(),
    };
  } finally {
    ended.abort();
  }
}

/** Ends with the container: a broken pipe is the exit's business, never an unhandled error. */
function writableTo(socket: Duplex): Writable {
  const input = new Writable({
    write: (chunk: Buffer, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
  });
  input.on('error', () => input.destroy());
  socket.once('close', () => input.destroy());
  return input;
}

function explained(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof AppError || !signal.aborted) return error;
  return new AppError('cancelled', 'The run was cancelled before it started.');
}
