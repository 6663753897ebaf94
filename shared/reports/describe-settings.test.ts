import { describe, expect, it } from 'vitest';
import { testRecord } from '../contract/testing/test-record.ts';
import { defaultSettings, type Commission, type EngineSettings } from '../engine/settings.ts';
import { describeSettings, type DescribedRun } from './describe-settings.ts';

const { manifest } = testRecord();
const textOf = (changes: Partial<DescribedRun> = {}) =>
  describeSettings({ ...manifest, ...changes })
    .flatMap(({ rules }) => rules)
    .join('\n');
const withSettings = (settings: Partial<EngineSettings>) =>
  textOf({ settings: { ...defaultSettings, ...settings } });

/** Another value of every setting. */
const others: { readonly [Name in keyof EngineSettings]: EngineSettings[Name] } = {
  initialCash: 5000,
  commission: { kind: 'percent', rate: 0.001 },
  slippage: { kind: 'ticks', ticks: 2 },
  spreadRate: 0.0001,
  fillAt: 'close',
  atEnd: 'last-close',
  lotSize: 0,
  tickSize: 0.25,
  volumeCap: 0.1,
  leverage: 2,
  maintenanceMargin: 0.3,
  borrowRate: 0.02,
  cashInterestRate: 0.03,
  marginInterestRate: 0.04,
  riskFreeRate: 0.01,
  timeZone: 'America/New_York',
  sessionStart: 1080,
  seed: 7,
};

describe('describeSettings', () => {
  it.each(Object.keys(others) as (keyof EngineSettings)[])('does not leave %s unsaid', (name) => {
    expect(withSettings({ [name]: others[name] })).not.toBe(textOf());
  });

  it.each<[Partial<DescribedRun>, string]>([
    [{ interval: 'weekly' }, 'Bars were made weekly'],
    [{ prices: 'raw' }, 'as traded'],
    [{ benchmark: { id: 'b', name: 'Gold', hash: '' } }, 'buy and hold of Gold'],
    [{ moreDatasets: [{ id: 'g', name: 'Gold', symbol: 'G', hash: '' }] }, '2 instruments share'],
    [{ trials: 1200 }, '1,200 variants were tried'],
  ])('tells of %o', (changes, text) => {
    expect(textOf(changes)).toContain(text);
    expect(textOf()).not.toContain(text);
  });

  it.each<[Commission, string]>([
    [{ kind: 'percent', rate: 0 }, 'No commission is charged.'],
    [{ kind: 'percent', rate: 0.00025 }, 'Commission is 0.025% of the value of each fill.'],
    [
      { kind: 'per-share', perShare: 0.0035, minimum: 0.35 },
      'Commission is 0.0035 for each unit, at least 0.35 an order.',
    ],
    [
      { kind: 'fixed-plus-percent', fixed: 1, rate: 0.001 },
      'Commission is 1 an order and 0.1% of its value.',
    ],
    [
      {
        kind: 'tiered',
        tiers: [
          { upTo: 10_000, rate: 0.001 },
          { upTo: null, rate: 0.0005 },
        ],
      },
      'each part of it at its own rate: 0.1% up to 10,000, 0.05% beyond.',
    ],
  ])('writes %o as a person would', (commission, text) => {
    expect(withSettings({ commission })).toContain(text);
  });

  it('says the costs of the default, which are never zero', () => {
    expect(textOf()).toContain('Commission is 0.05% of the value of each fill.');
    expect(textOf()).toContain('fill 0.05% worse than the price they meet');
  });

  it('says no more about sessions than their clock', () => {
    const text = withSettings({ sessionStart: 1085, timeZone: 'America/New_York' });
    expect(text).toContain('A session begins at 18:05, time zone America/New_York');
  });

  it('gives each rule once', () => {
    const rules = describeSettings(manifest).flatMap((group) => group.rules);
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.join(' ')).not.toMatch(/undefined|NaN|\[object/);
  });
});
