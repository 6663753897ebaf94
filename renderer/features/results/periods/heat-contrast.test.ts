import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { heatLevels } from '../../../../shared/metrics/periods/heat-level.ts';
import { styles as reportStyles } from '../../../../shared/reports/html/styles.ts';

type Colour = readonly number[];

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const tokens = read('../../../ui/tokens.css');
const table = read('monthly-table.module.css');
const report = reportStyles.toString();

/** The colour of a custom property in the first block after `from`. */
function colourOf(css: string, from: string, name: string): Colour {
  const block = css.slice(css.indexOf(from));
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(block)?.[1] ?? '';
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** Relative luminance and contrast as the Web Content Accessibility Guidelines 2.2 define them. */
function luminance(colour: Colour): number {
  const [red = NaN, green = NaN, blue = NaN] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: Colour, other: Colour): number {
  const [low = NaN, high = NaN] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
const mix = (colour: Colour, share: number, under: Colour) =>
  colour.map((channel, index) => channel * share + (under[index] as number) * (1 - share));

const strengths = (css: string, name: string) =>
  [...css.matchAll(new RegExp(`color-mix\\(in srgb, var\\(--${name}\\) (\\d+)%`, 'g'))].map(
    ([, share]) => Number(share) / 100,
  );

describe('text on every level of heat', () => {
  it.each([
    ['the window, dark', tokens, table, "data-theme='dark'", 'positive', 'surface-0'],
    ['the window, dark', tokens, table, "data-theme='dark'", 'negative', 'surface-0'],
    ['the window, light', tokens, table, "data-theme='light'", 'positive', 'surface-0'],
    ['the window, light', tokens, table, "data-theme='light'", 'negative', 'surface-0'],
    ['the report, light', report, report, 'color-scheme: light dark', 'gain', 'paper'],
    ['the report, light', report, report, 'color-scheme: light dark', 'loss', 'paper'],
    ['the report, dark', report, report, 'prefers-color-scheme: dark', 'gain', 'paper'],
    ['the report, dark', report, report, 'prefers-color-scheme: dark', 'loss', 'paper'],
  ])('has a contrast of 4.5 or more: %s', (_, colours, rules, theme, name, surface) => {
    const shares = strengths(rules, name);
    expect(shares).toHaveLength(heatLevels);
    for (const share of shares) {
      const under = mix(colourOf(colours, theme, name), share, colourOf(colours, theme, surface));
      expect(contrast(colourOf(colours, theme, 'text'), under)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
