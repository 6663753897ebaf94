import { execFileSync } from 'node:child_process';
import { labelNames, readOwner } from '../sandbox/docker/labels.ts';

/** The containers of the app in a process, by id; an analyst's own workbench may be open beside a test. */
export function containersOf(processId: number): string[] {
  return listed()
    .filter(([, owner]) => readOwner(owner)?.processId === processId)
    .map(([id = '']) => id);
}

export const ownContainers = (): string[] => containersOf(process.pid);

function listed(): string[][] {
  const filter = ['--filter', `label=${labelNames.app}`];
  const format = ['--format', `{{.ID}} {{.Label "${labelNames.owner}"}}`];
  const lines = execFileSync('docker', ['ps', '--all', ...filter, ...format]).toString();
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));
}
