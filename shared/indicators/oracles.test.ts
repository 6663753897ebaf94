import { describe, expect, it } from 'vitest';
import * as indicators from './index.ts';

describe('indicator oracles', () => {
  it('has indicators to compare', () => {
    expect(Object.keys(indicators).length).toBeGreaterThan(0);
  });
});
