import { availableParallelism, totalmem } from 'node:os';

export interface RunQueue {
  /**
   * Waits for this run's turn, first come first served, and resolves to what ends its turn (idempotent).
   * `onPlace` hears how many runs are before it whenever that changes; it is not called for a run whose
   * turn is now. Rejects with the signal's reason when the run is cancelled while it waits.
   */
  enter(signal: AbortSignal, onPlace: (before: number) => void): Promise<() => void>;
}

interface Place {
  readonly onPlace: (before: number) => void;
  readonly admit: () => void;
}

/** Lets at most `limit` runs go on at the same time. */
export function createRunQueue(limit: number): RunQueue {
  let going = 0;
  const line: Place[] = [];

  const tellPlaces = () => line.forEach(({ onPlace }, before) => onPlace(going + before));
  const turn = () => {
    going += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      going -= 1;
      line.shift()?.admit();
      tellPlaces();
    };
  };

  return {
    enter(signal, onPlace) {
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      if (going < limit) return Promise.resolve(turn());
      return new Promise((resolve, reject) => {
        const leave = () => {
          line.splice(line.indexOf(place), 1);
          tellPlaces();
          reject(signal.reason as Error);
        };
        const place: Place = {
          onPlace,
          admit: () => {
            signal.removeEventListener('abort', leave);
            resolve(turn());
          },
        };
        signal.addEventListener('abort', leave, { once: true });
        line.push(place);
        onPlace(going + line.length - 1);
      });
    },
  };
}

const gibibyte = 1024 ** 3;

/**
 * How many runs a computer carries beside its user's own work: one a processor, and one for each two
 * gibibytes of memory, since a run may take 512 MiB by default, and more where the user lets it.
 */
export function parallelRuns(processors = availableParallelism(), memory = totalmem()): number {
  return Math.max(1, Math.min(processors, Math.floor(memory / (2 * gibibyte))));
}
