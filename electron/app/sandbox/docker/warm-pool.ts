import type { RunLimits } from '../../../../shared/contract/models/run.ts';
import type { Language } from '../../../../shared/validation/types.ts';
import type { SandboxProcess } from '../process.ts';

/** How many containers wait, and how long after the analyst's last move. */
export interface WarmSettings {
  /** 0: none ever waits. */
  readonly count: number;
  readonly idleMinutes: number;
}

/** A container waits for jobs of one kind only: its image and limits were fixed when it was created. */
export interface WarmKind extends Pick<RunLimits, 'memoryMegabytes' | 'cpus' | 'network'> {
  readonly imageId: string;
  /** What the image runs; it follows from the image. */
  readonly language: Language;
}

export interface WarmPool {
  /** Uses these settings from now on; before, no container waits. */
  set(settings: WarmSettings): void;
  /** Keeps containers of this kind waiting, and no others. */
  want(kind: WarmKind): void;
  /** The analyst is at work: containers go on waiting, or are started again after an idle time. */
  touch(): void;
  /** A waiting container of this kind, or a new one. When it has been destroyed, the next one is started. */
  take(kind: WarmKind, create: () => Promise<SandboxProcess>): Promise<SandboxProcess>;
  /** Destroys every waiting container; the next run or change of settings brings new ones. */
  empty(): Promise<void>;
  /** How many wait now. */
  readonly size: number;
  /** Destroys every waiting container; nothing is started afterwards. */
  close(): Promise<void>;
}

export interface WarmPoolOptions {
  readonly create: (kind: WarmKind, signal: AbortSignal) => Promise<SandboxProcess>;
  /** Younger than the runner's own limit for a job that never comes. */
  readonly maximumAgeMilliseconds: number;
}

interface Waiting {
  readonly kind: WarmKind;
  readonly process: SandboxProcess;
  readonly aging: NodeJS.Timeout;
}

/**
 * Containers that were created, verified and started before anybody clicked, so that a run begins with
 * its job. Each serves one run. One that dies, grows old or is of a kind that is no longer wanted is
 * replaced without a word; one that cannot be started is not tried again before the next run or touch,
 * because then the run itself will say why.
 */
export function createWarmPool({ create, ...options }: WarmPoolOptions): WarmPool {
  let settings: WarmSettings = { count: 0, idleMinutes: 1 };
  let wanted: WarmKind | undefined;
  let waiting: Waiting[] = [];
  let starting = 0;
  let resting = false;
  let idle: NodeJS.Timeout | undefined;
  const closing = new AbortController();
  const leaving = new Set<Promise<void>>();

  const remove = (one: Waiting) => {
    clearTimeout(one.aging);
    waiting = waiting.filter((other) => other !== one);
  };
  const dismiss = (one: Waiting) => {
    remove(one);
    track(one.process.destroy());
  };
  const track = (work: Promise<void>) => {
    leaving.add(work);
    void work.finally(() => leaving.delete(work));
  };

  const fill = () => {
    const kind = wanted;
    if (kind === undefined || resting || closing.signal.aborted) return;
    for (const one of waiting.filter((other) => !isSame(other.kind, kind))) dismiss(one);
    for (const one of waiting.slice(settings.count)) dismiss(one);
    while (waiting.length + starting < settings.count) {
      starting += 1;
      track(start(kind));
    }
  };

  async function start(kind: WarmKind): Promise<void> {
    let process: SandboxProcess;
    try {
      process = await create(kind, closing.signal);
    } catch {
      // No engine, no image, or closing: the next run finds out and tells the analyst.
      starting -= 1;
      return;
    }
    starting -= 1;
    const aging = setTimeout(() => {
      dismiss(one);
      fill();
    }, options.maximumAgeMilliseconds);
    aging.unref();
    const one: Waiting = { kind, process, aging };
    waiting.push(one);
    void process.exited.then(() => {
      if (!waiting.includes(one)) return;
      dismiss(one);
      fill();
    });
    // What was wanted may have changed meanwhile.
    if (closing.signal.aborted || resting || wanted === undefined) dismiss(one);
    else fill();
  }

  const rest = () => {
    resting = true;
    for (const one of waiting) dismiss(one);
  };
  const wake = () => {
    clearTimeout(idle);
    idle = setTimeout(rest, settings.idleMinutes * 60_000);
    idle.unref();
    resting = false;
  };
  const touch = () => {
    wake();
    fill();
  };

  return {
    touch,
    get size() {
      return waiting.length;
    },
    set(changed) {
      settings = changed;
      touch();
    },
    want(kind) {
      wanted = kind;
      touch();
    },
    async take(kind, createNow) {
      wanted = kind;
      wake();
      const one = waiting.find((other) => isSame(other.kind, kind));
      if (one !== undefined) remove(one);
      const process = one?.process ?? (await createNow());
      return {
        ...process,
        async destroy() {
          await process.destroy();
          // Not before: a new container would take its share of the machine from this run.
          fill();
        },
      };
    },
    async empty() {
      wanted = undefined;
      for (const one of waiting) dismiss(one);
      while (leaving.size > 0) await Promise.all(leaving);
    },
    async close() {
      closing.abort();
      clearTimeout(idle);
      await this.empty();
    },
  };
}

function isSame(one: WarmKind, other: WarmKind): boolean {
  return (
    one.imageId === other.imageId &&
    one.memoryMegabytes === other.memoryMegabytes &&
    one.cpus === other.cpus &&
    one.network === other.network
  );
}
