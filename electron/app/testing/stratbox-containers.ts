import { execFileSync } from 'node:child_process';

/** The containers that Stratbox has in the engine now, by id. */
export function stratboxContainers(): string[] {
  const filter = ['--filter', 'label=stratbox.app'];
  const listed = execFileSync('docker', ['ps', '--all', '--quiet', ...filter]);
  return listed.toString().split('\n').filter(Boolean);
}
