import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  answerOf,
  caseLine,
  everyIndicator,
  everyDefault,
  everyDescription,
  everySeries,
  refusal,
  seriesLine,
  type Answer,
} from './indicator-cases.fixture.ts';
import { preparePythonImage, runPython } from './run-python.fixture.ts';

let imageId: string;
beforeAll(async () => {
  imageId = await preparePythonImage();
});

it('there is every indicator in Python, with every argument and every line', async () => {
  const [answer = ''] = await runPython(imageId, 'indicators_driver.py', ['{"name":"every"}']);
  expect(JSON.parse(answer)).toEqual(everyDescription());
});

it('each one has the same values in Python, bit for bit, at every bar', async () => {
  const seed = Date.now();
  const asked = everySeries(seed).map((bars, number) => ({
    bars,
    cases: [
      ...(number < 2 ? everyDefault : []),
      ...fc.sample(everyIndicator, { seed: seed + number, numRuns: 1 }).flat(),
    ],
  }));
  const lines = asked.flatMap(({ bars, cases }) => [seriesLine(bars), ...cases.map(caseLine)]);
  const answers = (await runPython(imageId, 'indicators_driver.py', lines))[Symbol.iterator]();
  const next = () => JSON.parse(answers.next().value as string) as Answer;
  let refused = 0;
  for (const [number, { bars, cases }] of asked.entries()) {
    expect(next()).toEqual({ bars: bars.length });
    for (const one of cases) {
      const [theirs, ours] = [next(), answerOf(one, bars)];
      const where = `${one.name}(${one.values.join(', ')}), series ${number}, seed ${seed}`;
      if ('refused' in ours) {
        expect('refused' in theirs && refusal(theirs.refused), where).toBe(refusal(ours.refused));
        refused += 1;
      } else expect(theirs, where).toEqual(ours);
    }
  }
  const total = asked.reduce((sum, { cases }) => sum + cases.length, 0);
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(total / 2);
});
