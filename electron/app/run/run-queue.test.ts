import { describe, expect, it } from 'vitest';
import { createRunQueue, parallelRuns } from './run-queue.ts';

const gibibyte = 1024 ** 3;

function line(limit: number) {
  const queue = createRunQueue(limit);
  return (name: string, admitted: string[]) => {
    const abort = new AbortController();
    const places: number[] = [];
    const turn = queue.enter(abort.signal, (before) => places.push(before));
    void turn.then(
      () => admitted.push(name),
      () => undefined,
    );
    return { abort, places, turn };
  };
}

describe('the queue of runs', () => {
  it('lets as many go on as the limit says, the others in the order in which they came', async () => {
    const admitted: string[] = [];
    const enter = line(2);
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) =>
      enter(name, admitted),
    );
    (await one?.turn)?.();
    await two?.turn;
    await three?.turn;
    expect(admitted).toEqual(['one', 'two', 'three']);
    expect(three?.places).toEqual([2]);
    expect(four?.places).toEqual([3, 2]);
    (await three?.turn)?.();
    await four?.turn;
    expect(admitted.at(-1)).toBe('four');
  });

  it('forgets a run that is cancelled while it waits', async () => {
    const admitted: string[] = [];
    const enter = line(1);
    const one = enter('one', admitted);
    const two = enter('two', admitted);
    const three = enter('three', admitted);
    two.abort.abort(new Error('cancelled'));
    await expect(two.turn).rejects.toThrow('cancelled');
    expect(three.places).toEqual([2, 1]);
    (await one.turn)();
    await three.turn;
    expect(admitted).toEqual(['one', 'three']);
  });

  it('does not take a turn twice for one end', async () => {
    const admitted: string[] = [];
    const enter = line(1);
    const end = await enter('one', admitted).turn;
    const two = enter('two', admitted);
    const three = enter('three', admitted);
    end();
    end();
    await two.turn;
    expect(admitted).toEqual(['one', 'two']);
    (await two.turn)();
    await three.turn;
  });

  it('refuses a run that was cancelled before it came', async () => {
    const { turn } = (() => {
      const abort = new AbortController();
      abort.abort(new Error('cancelled'));
      return { turn: createRunQueue(1).enter(abort.signal, () => undefined) };
    })();
    await expect(turn).rejects.toThrow('cancelled');
  });
});

describe('how many runs a computer carries', () => {
  it.each([
    [8, 16, 8],
    [8, 8, 4],
    [2, 24, 2],
    [1, 1, 1],
  ])('%i processors and %i GiB: %i', (processors, memory, runs) => {
    expect(parallelRuns(processors, memory * gibibyte)).toBe(runs);
  });
});
