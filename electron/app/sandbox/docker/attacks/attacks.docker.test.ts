import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTestBench, type TestBench } from '../test-bench.ts';
import type { Attack } from './attack.ts';
import { fileAttacks } from './files.ts';
import { kernelAttacks } from './kernel.ts';
import { networkAttacks } from './network.ts';
import { resourceAttacks } from './resources.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await openTestBench();
});
afterAll(async () => bench.close());

const groups: Record<string, readonly Attack[]> = {
  'the network': networkAttacks,
  files: fileAttacks,
  'the kernel': kernelAttacks,
  'the computer’s resources': resourceAttacks,
};

/** An attack that gets no answer is over after this long: the container is removed from outside. */
const patience = 8000;

describe('a battery of attacks', () => {
  it('is worth the name', () => {
    expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(40);
  });
});

describe.each(Object.entries(groups))('an attack on %s', (_, attacks) => {
  // The app still has its engine, and the attack's container is gone.
  afterEach(async () => {
    expect((await bench.sandbox.status()).engine.state).toBe('ready');
    expect(await bench.count()).toBe(0);
  });

  it.each(attacks)('is refused: $name', async ({ command, refused }) => {
    const { output } = await bench.run(command, patience);
    expect(output.trim()).toMatch(refused);
  });
});
