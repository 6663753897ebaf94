// npm run bench: every figure is a ratio of two things measured side by side in this one run, because
// machines are shared and noisy. Prints the table that the README shows.
import { defaultSettings } from '../shared/engine/settings.ts';
import { crossesAbove, crossesBelow, sma } from '../shared/indicators/index.ts';
import { driveStrategy } from '../shared/strategy/driver.ts';
import { Strategy } from '../shared/strategy/strategy.ts';
import { floorBacktest } from './bench/floor.ts';
import { randomMarket } from './bench/market.ts';
import { sideBySide } from './bench/side-by-side.ts';

const [fast, slow] = [10, 30];

class SmaCross extends Strategy {
  #fast = this.indicator(sma(fast));
  #slow = this.indicator(sma(slow));

  override onBar(): void {
    if (crossesAbove(this.#fast, this.#slow)) this.orderTargetPercent(1);
    if (crossesBelow(this.#fast, this.#slow)) this.orderTargetPercent(0);
  }
}

const observer = { onBarStarted: () => undefined, onDecision: () => undefined };

console.log('| SMA crossover, engine ÷ hand-written loop | ratio | engine | loop |');
console.log('| --- | ---: | ---: | ---: |');
for (const count of [1_000_000, 100_000]) {
  const bars = randomMarket(count);
  const run = { bars, parameters: {}, settings: defaultSettings };
  const engine = () => driveStrategy({ default: SmaCross }, run, observer);
  const floor = () => floorBacktest(bars, fast, slow, defaultSettings.commissionRate);
  const same = Math.abs((engine().equity.at(-1) as number) - (floor().equity.at(-1) as number));
  if (!(same < 1e-6)) throw new Error(`The two disagree by ${same}: the ratio would mean nothing`);
  const { ratio, first, second } = sideBySide(engine, floor, 9);
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  const row = [`${count.toLocaleString('en')} bars`, `${ratio.toFixed(2)}×`];
  console.log(`| ${[...row, milliseconds(first), milliseconds(second)].join(' | ')} |`);
}
