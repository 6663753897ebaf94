import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSamples } from '../../corpus/read-samples.fixture.ts';
import { assess } from '../../index.ts';
import { loadPythonForTest } from '../../load-python.fixture.ts';
import { processorTime } from '../../../testing/processor-time.fixture.ts';
import type { Place } from '../../types.ts';

await loadPythonForTest();

const many = 20_000;

/** Texts made to exhaust their reader: each is judged or refused, quickly and without a crash. */
const exhausting: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'nested parentheses', text: `x = ${'('.repeat(many)}1${')'.repeat(many)}` },
  { name: 'nested lists', text: `x = ${'['.repeat(many)}${']'.repeat(many)}` },
  { name: 'open brackets', text: '('.repeat(many) },
  { name: 'members in a row', text: `x = a${'.b'.repeat(many)}` },
  { name: 'calls in a row', text: `x = f${'()'.repeat(many)}` },
  { name: 'a long sum', text: `x = ${'1 + '.repeat(many)}1` },
  { name: 'lambdas', text: `x = ${'lambda: '.repeat(many)}1` },
  { name: 'nots', text: `x = ${'not '.repeat(many)}1` },
  {
    name: 'deep blocks',
    text: Array.from({ length: 900 }, (_, n) => `${' '.repeat(n)}if 1:`).join('\n'),
  },
  {
    name: 'many names',
    text: Array.from({ length: many }, (_, n) => `a${n + 1} = a${n}`).join('\n'),
  },
  {
    name: 'names from the end',
    text: Array.from(
      { length: 5000 },
      (_, n) => `def f${n}():\n    return f${n + 1}() + f${n + 2}()`,
    ).join('\n'),
  },
  {
    name: 'texts that double',
    text: `a = 'x'\n${'a = a + a\n'.repeat(60)}b = getattr(a, a)`,
  },
];

describe('a Python text made to exhaust its reader', () => {
  it.each(exhausting)('is answered: $name', ({ text }) => {
    const took = processorTime(() => {
      const { decision, findings } = assess(text, 'python');
      const isJudged = findings.every(({ family }) => family !== 'syntax');
      expect(decision === 'reject' || isJudged).toBe(true);
    });
    expect(took).toBeLessThan(30_000);
  });

  it('is refused at once when it is longer than any strategy', () => {
    expect(assess('x = 1\n'.repeat(100_000), 'python').findings[0]?.message).toContain('600,000');
  });
});

describe('what is no Python text', () => {
  it.each([
    ['x = (1,\n', 1, /not closed|missing|Unexpected/],
    ['def f():\n    x = 1\n  y = 2\n', 3, /indented|Unexpected/],
    ["x = 1\nprint 'x'\n", 2, /Python 2/],
    ['# coding: latin-1\nx = 1', 1, /only UTF-8/],
    ['x = 1\n\u0000', 2, /U\+0000/],
    ["x = '\ud800'", 1, /Half a character/],
    ['if True:\nx = 1', 1, /indented block is missing/],
    ['class = 1', 1, /Unexpected/],
  ])('%j is refused at its line', (text, line, message) => {
    const { decision, findings } = assess(text, 'python');
    expect(decision).toBe('reject');
    expect(findings).toMatchObject([{ ruleId: 'syntax-error', family: 'syntax', line }]);
    expect(findings[0]?.message).toMatch(message);
  });

  it('does not hide code behind a lone carriage return', () => {
    expect(assess("# harmless\reval('1')", 'python')).toMatchObject({
      findings: [{ ruleId: 'dangerous-eval', line: 2, column: 1 }],
    });
  });
});

const samples = [...readSamples('hostile', 'python'), ...readSamples('innocent', 'python')];
const sample = fc.constantFrom(...samples.map(({ code }) => code));
const tokens =
  `eval __import__ import from as def class lambda : ( ) [ ] { } , . = == := -> @ * ** % f'{x}' '''
  b'\\x41' match case if elif else for while try except finally with async await yield global nonlocal del
  \\ \n \t \r \u2028 \ufeff \ud800 # coding: ; ... None True`.split(/ +/);
const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 60 }).map((list) => list.join(' '));
const cut = fc.tuple(sample, fc.nat(), fc.nat()).map(([code, from, to]) => {
  const ends = [from % (code.length + 1), to % (code.length + 1)].sort((a, b) => a - b);
  return code.slice(ends[0], ends[1]);
});
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  soup,
  cut,
  fc.tuple(cut, fc.constantFrom(...tokens), cut).map((parts) => parts.join('')),
);

function liesInside(place: Place, lines: readonly string[]): boolean {
  const { line, column, endLine, endColumn } = place;
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  const width = (at: number) => (lines[at - 1] ?? '').length + 2;
  return (
    isForward &&
    line >= 1 &&
    endLine <= lines.length &&
    column <= width(line) &&
    endColumn <= width(endLine)
  );
}

describe('whatever the Python text, the judgement', () => {
  it('comes, is the same twice and has its places in the text', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const judgement = assess(source, 'python');
        expect(assess(source, 'python')).toEqual(judgement);
        expect(judgement.findings.filter(({ message }) => /itself failed/.test(message))).toEqual(
          [],
        );
        const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
        expect(judgement.findings.filter((place) => !liesInside(place, lines))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
