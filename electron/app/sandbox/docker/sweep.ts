import { AppError } from '../../../../shared/contract/errors.ts';
import type { Engine } from './engine.ts';
import { isGone, labelNames, readOwner, thisOwner, type Owner } from './labels.ts';
import { removeContainer } from './removal.ts';
import { request } from './request.ts';

/**
 * A container this long past its deadline outlived its runner, whoever holds its process id now. Asked
 * only where a process cannot be told by its start: a clock may be set while its app is at work.
 */
const graceMilliseconds = 10 * 60_000;

/** True for a container whose app died: same computer, and its process is gone or long out of time. */
export function isOrphan(
  labels: Readonly<Record<string, string>>,
  me: Owner,
  now: number,
): boolean {
  if (labels[labelNames.app] !== 'stratbox') return false;
  const owner = readOwner(labels[labelNames.owner]);
  if (owner === null || owner.machine !== me.machine) return false;
  const deadline = Number(labels[labelNames.deadline]);
  const isLate = Number.isFinite(deadline) && now > deadline + graceMilliseconds;
  return isGone(owner) || (owner.started === '' && isLate);
}

/** Removes what a killed app left in the engine; resolves to how many. Other apps' runs stay. */
export async function sweepOrphans(engine: Engine): Promise<number> {
  const me = thisOwner();
  return removeWhere(engine, `${labelNames.app}=stratbox`, (labels) =>
    isOrphan(labels, me, Date.now()),
  );
}

/** Removes every container of one app instance. */
export async function removeInstance(engine: Engine, instanceId: string): Promise<number> {
  return removeWhere(engine, `${labelNames.instance}=${instanceId}`, () => true);
}

async function removeWhere(
  engine: Engine,
  label: string,
  isUnwanted: (labels: Record<string, string>) => boolean,
): Promise<number> {
  const listed = await request('list containers', 5000, () =>
    engine.docker.listContainers({ all: true, filters: { label: [label] } }),
  );
  const unwanted = listed.filter(({ Labels }) => isUnwanted(Labels));
  const removed = await Promise.all(unwanted.map(({ Id }) => removeContainer(engine, Id)));
  const left = removed.filter((gone) => !gone).length;
  if (left > 0) {
    throw new AppError(
      'no-engine',
      `${left} sandbox container(s) of an earlier run could not be removed.`,
      'Look at the engine’s state in the doctor; they are removed at the next start.',
    );
  }
  return removed.length;
}
