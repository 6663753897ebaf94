import { describe, expect, it } from 'vitest';
import type { ResourceUse } from '../contract/models/resources.ts';
import { testRecord } from '../contract/testing/test-record.ts';
import { describeResources } from './describe-resources.ts';

const megabyte = 1024 * 1024;
const use: ResourceUse = {
  samples: [],
  measured: 5,
  peakMemory: 84.4 * megabyte,
  peakCpu: 1,
  meanCpu: 0.968,
  allowed: { memory: 512 * megabyte, cpus: 1.5 },
  note: '',
};
const sentence = (resources: ResourceUse | null, kind: 'docker' | 'embedded' | 'none' = 'docker') =>
  describeResources(testRecord({ resources, sandbox: { kind, reason: '' } }));

describe('what a run took, in words', () => {
  it('is beside what it was allowed', () => {
    expect(sentence(use)).toBe(
      'Memory at most 84 MB of 512 MB; processor 97% of 1.5 CPU on average, at most 100% (5 measurements).',
    );
  });

  it('says nothing of the processor after one measurement', () => {
    expect(sentence({ ...use, measured: 1, peakCpu: null, meanCpu: null })).toBe(
      'Memory at most 84 MB of 512 MB (1 measurement).',
    );
  });

  it('says why there are no figures, and is silent where there was nothing to measure', () => {
    const note = 'the run was over before it could be measured.';
    expect(sentence({ ...use, measured: 0, note })).toBe(
      `Memory and processor were not measured: ${note}`,
    );
    expect(sentence(null, 'embedded')).toContain('the embedded sandbox has no engine');
    expect(sentence(null, 'docker')).toBe('');
    expect(sentence(null, 'none')).toBe('');
  });
});
