import { expect, it } from 'vitest';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { hashSource } from '../judge/hash-source.ts';
import { runRequest, strategyWith } from '../testing/open-test-app.ts';
import { judgedJob } from './judged-job.ts';
import type { RunMarket } from './load-market.ts';

const data = { market: {}, datasets: [], tables: [] } as unknown as RunMarket;
const source = strategyWith('this.buy(1);');
const judged = { sourceHash: hashSource(source) } as SourceAssessment;

it('is the job of exactly the text that was judged', () => {
  const request = runRequest(source);
  expect(judgedJob(request, data, judged)).toMatchObject({
    source,
    parameters: request.parameters,
    limits: request.limits,
  });
});

it.each([
  ['another text', strategyWith("eval('1');")],
  ['one more space', `${source} `],
  ['another end of line', source.replace('\n', '\r\n')],
  ['nothing', ''],
])('there is none for %s', (_, other) => {
  expect(judgedJob(runRequest(other), data, judged)).toBeUndefined();
});

it('reads the text once, so that what was hashed is what runs', () => {
  const texts = [source, strategyWith("eval('1');")];
  const request = Object.defineProperty(runRequest(source), 'source', { get: () => texts.shift() });
  expect(judgedJob(request, data, judged)?.source).toBe(source);
});
