import { expect, it } from 'vitest';
import { testRecord } from '../testing/test-record.ts';
import { runRecordSchema } from './run.ts';
import { datasetSchema, defaultPreferences, preferencesSchema } from './workspace.ts';

it('reads a record from before scripts left results and runs were given tables', () => {
  const { scriptResult, extractionError, manifest, ...earlier } = testRecord();
  expect([scriptResult, extractionError]).toEqual([null, null]);
  const { tables, resultHash, ...earlierManifest } = manifest;
  expect([tables, resultHash]).toEqual([[], '']);
  expect(runRecordSchema.parse({ ...earlier, manifest: earlierManifest })).toEqual(testRecord());
});

it('reads a data set from before there were tables as bars', () => {
  const earlier = {
    ...{ id: 'a', name: 'A', symbol: 'A', origin: '', interval: 'daily', barCount: 2 },
    ...{ firstTime: 0, lastTime: 1, hash: '', builtIn: false, warnings: [] },
  };
  expect(datasetSchema.parse(earlier)).toMatchObject({ kind: 'bars', columns: [] });
});

it('reads preferences from before there were tables', () => {
  const { tableIds, ...earlier } = defaultPreferences;
  expect(preferencesSchema.parse(earlier).tableIds).toEqual(tableIds);
});
