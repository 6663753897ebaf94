import { describe, expect, it } from 'vitest';
import { honestStrategy } from './honest-strategy.fixture.ts';
import { assess } from './index.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Work that would grow with the square of the text's length, or faster. */
const tangles: readonly { readonly name: string; readonly text: string }[] = [
  {
    // What nobody asks for is not followed: so each is asked.
    name: 'tables spread into tables',
    text: `const a0 = { a: 1 };\n${lines(6000, (i) => `const a${i + 1} = { ...a${i}, k${i}: 1 };\na${i}.a;`)}`,
  },
  {
    name: 'many calls of a function with many ways out',
    text: `function f(x) {\n${lines(6000, (i) => `if (x) return x.g${i};`)}\n}\n${lines(6000, (i) => `f('a${i}').y;`)}`,
  },
  {
    name: 'a class of members that ask for each other',
    text: `export class A {\n${lines(8000, (i) => `m${i}() { return this.m${i + 1}(); }`)}\n}`,
  },
  {
    name: 'a loop in every second line',
    text: `export function f(n) {\nlet s = n;\n${lines(6000, (i) => `let w${i} = n * 3 + s;\nwhile (w${i} > ${i}) { w${i} /= 2; s += w${i}; }`)}\n}`,
  },
  {
    name: 'loops in loops with many ways out',
    text: `export function f(x) {\n${'for (;;) {'.repeat(400)}${'break;'.repeat(20_000)}${'}'.repeat(400)}\n}`,
  },
];

describe('the work on one text has an end', () => {
  it.each(tangles)('$name', ({ text }) => {
    const { decision, findings } = assess(text, 'javascript');
    expect(decision).toBe('reject');
    expect(findings).toMatchObject([{ ruleId: 'cannot-judge', family: 'syntax' }]);
    expect(findings[0]?.message).toContain('too tangled');
  });

  it('that honest texts never meet, up to the longest', () => {
    for (const count of [5000, 12_000]) {
      expect(assess(honestStrategy(count), 'javascript').findings).toEqual([]);
    }
  });
});
