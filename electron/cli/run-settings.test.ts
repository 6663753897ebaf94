import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/engine/settings.ts';
import { settingsFrom, settingsOptions } from './run-settings.ts';

const defaults = { fill: 'next-open', 'at-end': 'leave-open' };
const from = (values: Parameters<typeof settingsFrom>[0]) =>
  settingsFrom({ ...defaults, ...values });

describe('settingsFrom', () => {
  it('gives the defaults when nothing is given', () => {
    expect(from({})).toEqual(defaultSettings);
  });

  it('has an option for every setting', () => {
    const given = from({
      ...{ cash: '5000', commission: '0.001', slippage: 'ticks:1', spread: '0.001' },
      ...{ 'volume-cap': '0.1', lot: '0', tick: '0.25', leverage: '2', borrow: '0.01' },
      ...{ 'maintenance-margin': '0.3', 'cash-interest': '0.02', 'margin-interest': '0.03' },
      ...{ 'risk-free': '-0.01', seed: '7', fill: 'close', 'at-end': 'last-close' },
      ...{ 'time-zone': 'America/New_York', 'session-start': '18:05' },
    });
    for (const [name, value] of Object.entries(defaultSettings)) {
      expect(given[name as keyof typeof given], name).not.toEqual(value);
    }
    expect(given.sessionStart).toBe(1085);
    expect(Object.keys(settingsOptions)).toHaveLength(Object.keys(defaultSettings).length);
  });

  it.each([
    [{ leverage: '0.5' }, /--leverage "0.5" cannot be used: .*1/],
    [{ 'volume-cap': '2' }, /--volume-cap "2" cannot be used/],
    [{ seed: '1.5' }, /--seed "1.5" cannot be used/],
    [{ 'time-zone': 'Mars' }, /--time-zone "Mars" cannot be used: a time zone such as/],
    [{ 'session-start': '25:00' }, /--session-start is "25:00"; it must be a time like 18:00/],
    [{ spread: 'wide' }, /--spread is "wide"; it must be a number/],
    [{ 'at-end': 'never' }, /must be one of: leave-open, last-open, last-close/],
  ])('refuses %o in the words of the command line', (values, message) => {
    expect(() => from(values)).toThrow(message);
  });
});
