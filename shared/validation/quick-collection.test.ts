import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { honestStrategy } from './honest-strategy.fixture.ts';
import { assess } from './index.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/**
 * V8's quick collections take what nothing young or old points to. A thing that outlives a text and
 * points into its tree, if only the hidden class of an object with an accessor of its own, keeps all
 * trees until a full collection, and each quick one copies them about.
 */
it('leaves nothing of a text to the quick collections but of the last one', () => {
  const text = honestStrategy(200);
  const judge = (rounds: number): void => {
    for (let round = 0; round < rounds; round++) {
      for (let time = 0; time < 20; time++) assess(text, 'javascript');
      collect({ type: 'minor' });
    }
  };
  judge(5);
  collect();
  const before = getHeapStatistics().used_heap_size;
  judge(5);
  const kept = (getHeapStatistics().used_heap_size - before) / 5;
  // All that is found out about one text takes about half a megabyte; twenty of them are kept, or one.
  expect(kept).toBeLessThan(3_000_000);
});
