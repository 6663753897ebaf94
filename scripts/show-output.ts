import type { ChildProcess } from 'node:child_process';

/** Shows what a process prints as it prints it, and keeps it: the returned call gives all of it so far. */
export function showOutput({ stdout, stderr }: ChildProcess): () => string {
  let printed = '';
  for (const [from, to] of [
    [stdout, process.stdout],
    [stderr, process.stderr],
  ] as const) {
    from?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      to.write(chunk);
    });
  }
  return () => printed;
}
