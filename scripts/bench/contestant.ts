// A thread that times one contestant: it is sent a text and a number of calls, and answers with the
// milliseconds that each call took.
import { parentPort, workerData } from 'node:worker_threads';

const { work } = (await import(workerData as string)) as {
  readonly work: (text: string) => unknown;
};

parentPort?.on('message', ({ text, calls }: { readonly text: string; readonly calls: number }) => {
  const times = Array.from({ length: calls }, () => {
    const started = performance.now();
    work(text);
    return performance.now() - started;
  });
  parentPort?.postMessage(times);
});
