import { describe, expect, it } from 'vitest';
import type { ResourceUse } from '../../shared/contract/models/resources.ts';
import { testRecord } from '../../shared/contract/testing/test-record.ts';
import type { Call } from './client.ts';
import { describeRun, runDocument } from './run-output.ts';

const use: ResourceUse = {
  samples: [{ time: 250, cpu: null, memory: 84e6 }],
  ...{ measured: 2, peakMemory: 84e6, peakCpu: 1, meanCpu: 0.5, note: '' },
  allowed: { memory: 512 * 1024 * 1024, cpus: 1 },
};
const { manifest, sandbox } = testRecord();
const withNetwork = { ...manifest, limits: { ...manifest.limits, network: 'bridge' as const } };

describe('what a run took', () => {
  it('is one line for a person, whether the run is done or failed', () => {
    const line =
      'Memory at most 80 MB of 512 MB; processor 50% of 1 CPU on average, at most 100% (2 measurements).';
    expect(describeRun(testRecord({ resources: use }))).toContain(line);
    expect(describeRun(testRecord({ resources: use, status: 'failed' }))).toContain(line);
    const embedded = { ...sandbox, kind: 'embedded' as const };
    expect(describeRun(testRecord({ sandbox: embedded }))).toContain('has no engine that measures');
  });

  it('is its peaks and means in the document, without the measurements', async () => {
    const call: Call = () => Promise.reject(new Error('A failed run has no curve to ask for'));
    const failed = testRecord({ resources: use, status: 'failed' });
    const { resources } = await runDocument(call, failed);
    expect(resources).toMatchObject({ peakMemory: 84e6, peakCpu: 1, meanCpu: 0.5, measured: 2 });
    expect(resources).not.toHaveProperty('samples');
    expect((await runDocument(call, { ...failed, resources: null })).resources).toBeNull();
  });
});

describe('a run with network', () => {
  it('says so before its figures', () => {
    const text = describeRun(testRecord({ manifest: withNetwork }));
    expect(text).toContain('Ran with network: not isolated, not reproducible');
    expect(text.indexOf('Ran with network')).toBeLessThan(text.indexOf('Verified'));
    expect(describeRun(testRecord())).not.toContain('Ran with network');
  });
});
