import { expect, it } from 'vitest';
import { createBars } from '../../../shared/bars/bars.ts';
import { createMarket } from '../../../shared/bars/market.ts';
import { columnChecksum } from '../../../shared/engine/checksum.ts';
import type { Decision } from '../../../shared/engine/decision.ts';
import { replay } from '../../../shared/engine/replay.ts';
import { defaultSettings } from '../../../shared/engine/settings.ts';
import { hashDecisions, verifyByReplay } from './verify.ts';

const prices = Float64Array.of(100, 101, 102, 99, 98);
const bars = createBars('TEST', {
  time: prices.map((_, index) => index),
  open: prices,
  high: prices,
  low: prices,
  close: prices,
  volume: prices,
});
const market = createMarket([{ bars }]);
const decisions: Decision[] = [{ bar: 0, kind: 'quantity', amount: 10 }];
const honest = columnChecksum(replay(market, decisions, defaultSettings).equity);

it('passes when the sandbox saw the account that the replay has', () => {
  expect(verifyByReplay(market, decisions, defaultSettings, honest).badge.state).toBe('passed');
});

it('carries the mismatch when the sandbox saw another account, and still shows the replay', () => {
  const forged = verifyByReplay(market, decisions, defaultSettings, 'f'.repeat(16));
  expect(forged.badge.state).toBe('failed');
  expect(forged.badge.detail).toContain('differs');
  expect(forged.result.equity).toEqual(replay(market, decisions, defaultSettings).equity);
});

it('passes where the strategy was shown no account, and says so', () => {
  const { badge } = verifyByReplay(market, decisions, defaultSettings, null);
  expect(badge).toMatchObject({ state: 'passed' });
  expect(badge.detail).toContain('was shown no account');
});

it('notices a single bit', () => {
  const { equity } = replay(market, decisions, defaultSettings);
  const changed = equity.slice();
  changed[4] = (changed[4] as number) * (1 + Number.EPSILON);
  expect(columnChecksum(changed)).not.toBe(columnChecksum(equity));
});

it('hashes decisions by what they say', () => {
  expect(hashDecisions(decisions)).toBe(hashDecisions([{ ...decisions[0]! }]));
  expect(hashDecisions(decisions)).not.toBe(
    hashDecisions([{ ...decisions[0]!, amount: 10.000001 } as Decision]),
  );
  // The SHA-256 of nothing, as every implementation gives it.
  expect(hashDecisions([])).toMatch(/^e3b0c44298fc1c149afbf4c8996fb924/);
});
