import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  anyCase,
  anyTerms,
  caseLine,
  longCase,
  problemOf,
  recordOf,
} from './engine-cases.fixture.ts';
import { preparePythonImage, runPython } from './run-python.fixture.ts';

const numberOfCases = 1500;
const numberOfLongCases = 10;

let imageId: string;
beforeAll(async () => {
  imageId = await preparePythonImage();
});

it('does in Python what it does in TypeScript, bit for bit, at every bar', async () => {
  const seed = Date.now();
  const cases = [
    ...fc.sample(anyCase, { seed, numRuns: numberOfCases - numberOfLongCases }),
    ...fc.sample(longCase, { seed, numRuns: numberOfLongCases }),
  ];
  const answers = await runPython(imageId, 'engine_driver.py', cases.map(caseLine));
  const records = cases.map(recordOf);
  expect(answers).toHaveLength(numberOfCases);
  records.forEach((record, number) => {
    const answer = JSON.parse(answers[number] as string) as string[];
    expect(answer, `case ${number} of seed ${seed}`).toEqual(record);
  });
  // What was compared was worth comparing.
  const count = (word: string) =>
    records.flat().filter((line) => line.startsWith(`${word} `)).length;
  expect(count('fill')).toBeGreaterThan(numberOfCases);
  expect(count('trade')).toBeGreaterThan(numberOfCases / 2);
});

it("says the same of an order's terms, in the names of Python", async () => {
  const cases = fc.sample(anyTerms, { seed: Date.now(), numRuns: 3000 });
  const lines = cases.map((one) => JSON.stringify(one));
  const answers = await runPython(imageId, 'engine_driver.py', lines);
  const problems = cases.map(problemOf);
  expect(answers.map((answer) => JSON.parse(answer) as string[])).toEqual(problems);
  expect(new Set(problems.flat()).size).toBeGreaterThan(15);
  expect(problems.filter((problem) => problem.length === 0).length).toBeGreaterThan(20);
});
