import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Every fault that the sandbox has to survive, and the test that brings it about. */
const faults: readonly (readonly [fault: string, file: string, title: string])[] = [
  [
    'engine down before a run',
    'engine-faults.docker.test.ts',
    'before a run: the run is refused with the next step',
  ],
  [
    'engine killed during a run',
    'engine-faults.docker.test.ts',
    'during a run: the run ends as lost, and what it left',
  ],
  [
    'engine that hangs after accept',
    'engine-faults.docker.test.ts',
    'before a run: the run is refused, and says that it hangs',
  ],
  [
    'engine that hangs during a run',
    'engine-faults.docker.test.ts',
    'during a run: the run ends as lost and not only',
  ],
  ['image missing', 'engine-faults.docker.test.ts', 'that is missing and cannot be built'],
  [
    'image replaced by another',
    'engine-faults.docker.test.ts',
    'that was replaced by another under the same name',
  ],
  [
    'app killed with -9 during a run',
    'app-faults.docker.test.ts',
    'leaves containers that the next start removes',
  ],
  ['container killed during a run', 'app-faults.docker.test.ts', 'ends the run as killed'],
  ['two instances', 'app-faults.docker.test.ts', 'run side by side, keep every run'],
  ['wrong socket permission', 'app-faults.docker.test.ts', 'is said with the way to get leave'],
  [
    'cancel at every stage of a run',
    'app-faults.docker.test.ts',
    'at the stage "%s" comes to a definite end',
  ],
  [
    'cancel at every stage of a container',
    '../sandbox/docker/container.docker.test.ts',
    'before "%s" leaves nothing',
  ],
  [
    'cancel at any moment of a start',
    '../sandbox/docker/container.docker.test.ts',
    'at any moment leaves nothing',
  ],
  [
    'fifty quick clicks',
    '../handlers/run.docker.test.ts',
    'waits for its turn among fifty quick clicks',
  ],
  ['validator worker crash', 'judge-faults.test.ts', 'a validator that dies lets nothing run'],
  [
    'disk full while saving',
    'store-faults.test.ts',
    'is said with the next step, and the next run is kept',
  ],
  ['corrupt database', 'store-faults.test.ts', 'is moved aside at the start'],
  [
    'corrupt database, in every way',
    '../store/open-store.test.ts',
    'moves %s aside, starts afresh',
  ],
  ['clock jump', 'clock-faults.test.ts', 'a clock set %s by a day during a run'],
];

it.each(faults)('%s is brought about in %s', (_, file, title) => {
  expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(title);
});
