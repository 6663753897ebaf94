import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../../../../testing/processor-time.fixture.ts';
import { assess } from '../../../../../index.ts';

const strategy = (head: string, onBar: string): string =>
  `import { Strategy } from 'stratbox';\n${head}\nexport default class S extends Strategy { onBar(bar) { ${onBar} } }`;

const findings = (text: string) =>
  assess(text, 'javascript').findings.map(({ family, ruleId, line }) => ({ family, ruleId, line }));

const feed = 'const feed = [12.1, 14.3, 11.2, 15.6, 13.3, 18.1, 17.7];';

describe('a rehearsal', () => {
  it('marks the decision that knows a later row, however the row got there', () => {
    const text = strategy(
      `${feed}\nconst ahead = new Map();\nlet carried;\nlet place = feed.length;\nwhile (place > 0) { place -= 1; ahead.set(place, carried); carried = feed[place]; }`,
      'if (ahead.get(bar.index) > bar.close) this.buy(1);',
    );
    expect(findings(text)).toContainEqual({ family: 'look-ahead', ruleId: 'later-bar', line: 7 });
  });

  it('leaves alone the same steps in the order of time', () => {
    const text = strategy(
      `${feed}\nconst behind = new Map();\nlet carried;\nfor (const [place, price] of feed.entries()) { behind.set(place, carried); carried = price; }`,
      'if (behind.get(bar.index) > bar.close) this.buy(1);',
    );
    expect(findings(text)).toEqual([]);
  });

  it('follows a choice that was made by rows, not only what is made of them', () => {
    const text = strategy(
      `${feed}\nlet lag = 1;\nif (feed[6] > feed[3]) lag = 2;`,
      'if (feed[bar.index] > feed[bar.index - lag]) this.buy(1);',
    );
    expect(findings(text).map(({ family }) => family)).toContain('look-ahead');
  });

  it('knows days of the week from places in the run', () => {
    const head = 'const weights = [0, 1, 0.5, 0.4, 0.75, 0.9, 0.2];';
    const day = 'const d = new Date(bar.time).getUTCDay();';
    const honest = `${day} if (weights[d] + weights[(d + 1) % 7] > 1) this.buy(1);`;
    expect(findings(strategy(head, honest))).toEqual([]);
    const hostile = 'if (weights[bar.index] + weights[bar.index + 1] > 1) this.buy(1);';
    expect(findings(strategy(head, hostile)).map(({ family }) => family)).toContain('look-ahead');
  });

  it.each([
    ['throws', 'throw new Error("never");'],
    ['does not end', 'for (;;) this.n = (this.n ?? 0) + 1;'],
    ['calls itself for ever', 'const f = () => f(); f();'],
    ['grows', 'let list = [1]; for (let i = 0; i < 64; i++) list = [...list, ...list];'],
    ['grows in text', "let text = 'ab'; for (let i = 0; i < 64; i++) text += text;"],
    ['asks for the members of nothing', 'undefined.x.y();'],
    ['takes nothing apart', 'const [a, [b]] = undefined; const { c: { d } } = null;'],
  ])('has an end where the text %s', (_, body) => {
    const text = strategy(`${feed}\nfunction run() { ${body} }`, `run(); ${body}`);
    const took = processorTime(() => {
      const { findings } = assess(text, 'javascript');
      expect(findings.filter(({ family }) => family === 'look-ahead')).toEqual([]);
    });
    expect(took).toBeLessThan(10_000);
  });

  it('reads no more of a table than it needs', () => {
    const rows = Array.from({ length: 30_000 }, (_, place) => (100 + (place % 97) / 10).toFixed(2));
    const text = strategy(
      `const feed = [${rows.join(',')}];\nconst mean = feed.reduce((a, b) => a + b, 0) / feed.length;`,
      'if (feed[bar.index] < mean) this.buy(1);',
    );
    const took = processorTime(() =>
      expect(findings(text).map(({ family }) => family)).toContain('look-ahead'),
    );
    expect(took).toBeLessThan(10_000);
  });
});
