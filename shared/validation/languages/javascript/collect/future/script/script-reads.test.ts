import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../../../../testing/processor-time.fixture.ts';
import { assess } from '../../../../../index.ts';

const script = (body: string): string => `import { data, load, sim } from 'stratbox';\n${body}`;

const found = (body: string): string[] =>
  assess(script(body), 'javascript')
    .findings.filter(({ family }) => family === 'look-ahead')
    .map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`);

describe('a script that is played', () => {
  it('is told by its weights, whatever way a later bar took', () => {
    const text =
      'const w = [];\ndata.close.forEach((c, i) => { w[i - 2] = c > data.open[i] ? 1 : 0; });';
    expect(found(`${text}\nw.push(0, 0);\nsim(w);`)).toEqual(['later-bar 5:5']);
    expect(found(`${text}\nw.unshift(0, 0);\nsim(w.slice(0, -2));`)).toEqual([]);
  });

  it('is told by the weights of any instrument, and by the options', () => {
    const weights = 'const w = data.close.map((c, i) => (c > data.open[i] ? 1 : 0));';
    expect(found(`${weights}\nsim({ SPY: w, QQQ: [...w.slice(1), 0] });`)).toEqual([
      'later-bar 3:5',
    ]);
    expect(found(`${weights}\nsim({ SPY: w, QQQ: [0, ...w.slice(0, -1)] });`)).toEqual([]);
    const widest = 'Math.max(...data.close.map((c, i) => Math.abs(c - data.open[i]) / c))';
    expect(found(`${weights}\nsim(w, { stopLoss: ${widest} });`)).toEqual(['whole-series 3:5']);
    expect(found(`${weights}\nsim(w, { stopLoss: 0.1 });`)).toEqual([]);
  });

  it.each([
    'const peek = data.close[i + 1];\nreturn c > 1e9 ? (peek > c ? 1 : 0) : c > data.open[i] ? 1 : 0;',
    'if (i > 5000) return next[i] > c ? 1 : 0;\nreturn c > data.open[i] ? 1 : 0;',
    'return i > 3000 && c > most ? 0 : c > data.open[i] ? 1 : 0;',
  ])('is not cleared by a play that did not come by all of it: %s', (body) => {
    const before =
      'const next = data.close.map((c, i) => data.close[i + 1] ?? c);\nconst most = Math.max(...data.close);';
    expect(found(`${before}\nsim(data.close.map((c, i) => {\n${body}\n}));`)).not.toEqual([]);
  });

  it('needs no suspicion to be found, and a suspicion in it must be worked out to be wrong', () => {
    const sums = 'const s = [0];\nfor (const c of data.close) s.push(s.at(-1) + c);';
    const mean = '(s[i + 1] - s[i - 4]) / 5';
    expect(
      found(`${sums}\nsim(data.close.map((c, i) => (i > 4 && c > ${mean} ? 1 : 0)));`),
    ).toEqual([]);
    // Nothing comes by the read: it may be one that looks ahead.
    const rare = '(c, i) => (c > 1e9 && data.close[i + 1] > c ? 1 : c > data.open[i] ? 1 : 0)';
    expect(found(`sim(data.close.map(${rare}));`)).toHaveLength(1);
  });

  it('clears nothing that it had to guess at', () => {
    const body = 'const later = (i) => data.close[i + 1];\nsim(data.close.map((c, i) => ';
    expect(found(`${body}(library(i) && later(i) > c ? 1 : 0)));`)).toHaveLength(1);
    expect(found(`${body}(later(i) > library(c) ? 1 : 0)));`)).toHaveLength(1);
  });

  it('may know when something will be, and not what', () => {
    const rows = "const rows = load('reports');\nsim(data.time.map((time) => {";
    const next = 'const row = rows.find((one) => one.time > time);';
    expect(
      found(
        `${rows} const n = rows.filter((one) => one.time <= time); return n.at(-1)?.score > 0 ? 1 : 0; }));`,
      ),
    ).toEqual([]);
    expect(found(`${rows} ${next} return row?.score > 0 ? 1 : 0; }));`)).toHaveLength(1);
  });

  it.each([
    ['throws', 'throw new Error("never");'],
    ['does not end', 'for (;;) data.close.push(1);'],
    ['calls itself for ever', 'const f = () => f(); f();'],
    ['grows', 'let list = [1]; for (let i = 0; i < 64; i++) list = [...list, ...list];'],
    [
      'walks all bars for each, and again',
      'data.close.map((a) => data.close.map((b) => data.close.map((c) => a + b + c)));',
    ],
  ])('has an end where the text %s', (_, body) => {
    const took = processorTime(() =>
      expect(found(`${body}\nsim(data.close.map((c, i) => (c > data.open[i] ? 1 : 0)));`)).toEqual(
        [],
      ),
    );
    expect(took).toBeLessThan(5000);
  });
});
