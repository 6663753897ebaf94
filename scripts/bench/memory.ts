// Run in a process of its own by bench.ts: prints the resident memory, in bytes, that 1,000,000 bars
// need with the engine or with the hand-written loop.
import { createMarket } from '../../shared/bars/market.ts';
import { defaultSettings } from '../../shared/engine/settings.ts';
import { driveStrategy } from '../../shared/strategy/driver.ts';
import { floorBacktest } from './floor.ts';
import { randomMarket } from './market.ts';
import * as smaCross from './sma-cross.ts';
import { silent } from './silent.ts';

const bars = randomMarket(1_000_000);
const kept =
  process.argv[2] === 'engine'
    ? driveStrategy(
        smaCross,
        {
          market: createMarket([{ bars }]),
          parameters: {},
          settings: defaultSettings,
          reuseBar: true,
        },
        silent,
      )
    : floorBacktest(bars, 50, 200, 0.0005);
console.log(kept.equity.length === 1_000_000 ? process.memoryUsage().rss : NaN);
