import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../shared/contract/models/run.ts';
import { limitsFrom } from './run-limits.ts';

describe('limitsFrom', () => {
  it('gives the defaults when nothing is given: no network among them', () => {
    expect(limitsFrom({})).toEqual(defaultLimits);
    expect(defaultLimits.network).toBe('none');
  });

  it('takes all of them', () => {
    const given = { 'time-limit': '5', memory: '1024', cpus: '0.5', network: 'bridge' };
    expect(limitsFrom(given)).toEqual({
      ...{ timeLimitSeconds: 5, memoryMegabytes: 1024, cpus: 0.5, network: 'bridge' },
    });
  });

  it.each([
    [{ 'time-limit': '0' }, '--time-limit is "0"; it must be from 1 to 3600.'],
    [{ memory: '64' }, '--memory is "64"; it must be a whole number from 128 to 16384.'],
    [{ memory: '300.5' }, '--memory is "300.5"; it must be a whole number from 128 to 16384.'],
    [{ cpus: '17' }, '--cpus is "17"; it must be from 0.1 to 16.'],
    [{ cpus: 'all' }, '--cpus is "all"; it must be a number.'],
    [{ network: 'host' }, '--network is "host"; it must be one of: none, bridge.'],
  ])('refuses %o with its bounds', (values, message) => {
    expect(() => limitsFrom(values)).toThrow(message);
  });
});
