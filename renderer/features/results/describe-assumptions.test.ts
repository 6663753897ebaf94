import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/engine/settings.ts';
import { describeAssumptions } from './describe-assumptions.ts';

describe('describeAssumptions', () => {
  it('says every default in words', () => {
    expect(describeAssumptions(defaultSettings)).toEqual([
      'Starts with 100,000 in cash',
      'Commission 0.05% of each fill',
      'Slippage 0.05% against you on each fill',
      "Orders fill at the next bar's open",
      'Whole units only',
      'Seed 1',
    ]);
  });

  it('names what is switched off and what is optimistic', () => {
    const said = describeAssumptions({
      initialCash: 2500.5,
      commissionRate: 0,
      slippageRate: 0,
      fillAt: 'close',
      lotSize: 0.001,
      seed: 7,
    });
    expect(said).toEqual([
      'Starts with 2,500.5 in cash',
      'No commission',
      'No slippage',
      'Orders fill at the close they were decided on (optimistic)',
      'Sizes rounded down to multiples of 0.001',
      'Seed 7',
    ]);
  });
});
