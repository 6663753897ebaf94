import { execFileSync } from 'node:child_process';
import { labelNames, readOwner } from '../sandbox/docker/labels.ts';

/** The containers that Stratbox has in the engine now, by id. */
export function stratboxContainers(): string[] {
  return listed().map(([id = '']) => id);
}

/** Those of the apps that this process holds; an analyst's own workbench may be open beside a test. */
export function ownContainers(): string[] {
  return listed()
    .filter(([, owner]) => readOwner(owner)?.processId === process.pid)
    .map(([id = '']) => id);
}

function listed(): string[][] {
  const filter = ['--filter', `label=${labelNames.app}`];
  const format = ['--format', `{{.ID}} {{.Label "${labelNames.owner}"}}`];
  const lines = execFileSync('docker', ['ps', '--all', ...filter, ...format]).toString();
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));
}
