import { describe, expect, it } from 'vitest';
import { writeTypes } from './typed-parameters.ts';

const source = `class A extends Strategy {
  onBar(bar) { bar.close; super.onBar(bar); this.onBars(1); }
  onBars( { SPX }) { SPX.close; }
  onBarless(x) {}
  initialize() {}
}`;

describe('writeTypes', () => {
  it('gives each method that is called the type of the one it overrides', () => {
    const { text } = writeTypes(source);
    const onBar = "/** @type {Parameters<import('stratbox').Strategy['onBar']>[0]} */";
    const onBars = onBar.replace('onBar', 'onBars');
    expect(text.split('\n')[1]).toBe(
      `  onBar(${onBar} bar) { bar.close; super.onBar(bar); this.onBars(1); }`,
    );
    expect(text.split('\n')[2]).toBe(`  onBars( ${onBars} { SPX }) { SPX.close; }`);
    expect(text.split('\n').slice(3)).toEqual(source.split('\n').slice(3));
  });

  it('finds every character again, there and back', () => {
    const { text, toTyped, toOwn } = writeTypes(source);
    for (let position = 0; position < source.length; position += 1) {
      expect(text[toTyped(position)]).toBe(source[position]);
      expect(toOwn(toTyped(position))).toBe(position);
    }
  });

  it('leaves a text without such methods as it is', () => {
    expect(writeTypes('const onBar = 1; f(onBar)').text).toBe('const onBar = 1; f(onBar)');
  });
});
