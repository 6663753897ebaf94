import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultLimits, type RunRequest } from '../../../shared/contract/models/run.ts';
import { defaultSettings } from '../../../shared/engine/settings.ts';

/** A run of `source` on the sample data, with defaults for all that a test does not care about. */
export function runRequest(source: string, changes: Partial<RunRequest> = {}): RunRequest {
  return {
    runId: randomUUID(),
    name: 'test',
    source,
    language: 'javascript',
    datasetId: 'sp500',
    moreDatasetIds: [],
    tableIds: [],
    interval: 'as-loaded',
    prices: 'adjusted',
    trials: 1,
    parameters: {},
    settings: { ...defaultSettings },
    limits: { ...defaultLimits, timeLimitSeconds: 20 },
    sandbox: 'embedded',
    ...changes,
  };
}

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

export function exampleSource(name: string): string {
  return readFileSync(join(examples, `${name}.js`), 'utf8');
}

export const exampleNames = [
  'sma-cross',
  'rsi-mean-reversion',
  'breakout-with-bracket',
  'breakout-with-stop',
  'momentum-rotation',
  'buy-and-hold',
  'monthly-rebalance',
] as const;

/** A strategy whose `onBar(bar)` has this body. */
export function strategyWith(body: string): string {
  return `import { Strategy } from 'stratbox';
export default class Test extends Strategy {
  onBar(bar) {
    ${body}
  }
}
`;
}
