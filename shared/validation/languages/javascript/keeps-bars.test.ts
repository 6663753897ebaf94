import { describe, expect, it } from 'vitest';
import { keepsBars } from './keeps-bars.ts';

const strategy = (body: string, parameter = 'bar') =>
  `import { Strategy } from 'stratbox';
export default class S extends Strategy { onBar(${parameter}) { ${body} } }`;

describe('a strategy that only reads numbers off its bar', () => {
  it.each([
    ['if (bar.close > bar.open) this.buy(1);'],
    ['const { close } = this.barAgo(1) ?? { close: 0 }; if (bar.close > close) this.buy(1);'],
    ['this.last = bar.close;'],
    ['for (let i = 0; i < bar.index; i += 1) this.sum += bar.volume;'],
  ])('is given one bar for all: %s', (body) => expect(keepsBars(strategy(body))).toBe(false));

  it('may take it apart or not at all', () => {
    expect(keepsBars(strategy('if (close > open) this.buy(1);', '{ close, open }'))).toBe(false);
    expect(keepsBars(strategy('this.buy(1);', ''))).toBe(false);
  });
});

describe('a strategy that might hold on to its bar', () => {
  it.each([
    ['this.previous = bar;'],
    ['this.history.push(bar);'],
    ['this.history.push({ ...bar });'],
    ['const b = bar; this.x = b.close;'],
    ['this.later = () => bar.close;'],
    ['this.x = bar["close"];'],
    ['this.decide(bar);'],
    ['super.onBar(bar);'],
    ['this.x = bar.constructor;'],
    ['this.x = arguments[0];'],
    ['bar.close = 1;  this.keep = { bar };'],
    ['const self = this; function later() { return bar.close; } self.f = later;'],
  ])('is given bars of its own: %s', (body) => expect(keepsBars(strategy(body))).toBe(true));

  it.each([
    [strategy('this.x = rest.close;', '{ ...rest }')],
    [strategy('this.x = close;', '{ ["close"]: close }')],
    [strategy('this.x = all[0];', '...all')],
    [strategy('this.x = bar.close;', 'bar, other = bar')],
    ['class I { update(bar) { this.bar = bar; } }' + strategy('this.buy(1);')],
    [strategy('this.x = bar.close;').replace('onBar(bar)', 'onBar = (bar) => ')],
    [strategy('this.x = 1;') + 'S.prototype.onBar = function (b) { this.b = b; };'],
    [strategy('this.x = 1;') + 'S.prototype["onBar"] = function (b) { this.b = b; };'],
    ['not javascript ('],
  ])('is given bars of its own: %s', (source) => expect(keepsBars(source)).toBe(true));
});
