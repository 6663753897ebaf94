import { parse } from 'acorn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../testing/processor-time.fixture.ts';
import { readSamples } from './corpus/read-samples.fixture.ts';
import { exhaustingTexts } from './exhausting-texts.fixture.ts';
import { assess } from './index.ts';
import type { Place } from './types.ts';

const samples = [...readSamples('hostile'), ...readSamples('innocent')].map(({ code }) => code);
const sample = fc.constantFrom(...samples);

const tokens =
  `eval globalThis constructor __proto__ Function process require import( import.meta export default class
  extends super this new.target async await yield function* => ... ?. ?? ??= ** >>>= #a static get set { } ( ) [ ] ; , : = ==
  + ++ -- ! ~ typeof void delete in of instanceof for while(true) do if else switch case default: try catch finally throw
  return break continue label: with let const var 'use strict' "" '\\u0065val' \`\${ }\` /a+/ /(a+)+$/u 1n 0x1f .5e3 0b1 null
  bars[i + 1] Math.random() \\u{65}val <!-- --> // /* */ @x a𝒃 ℮`.split(/\s+/);

const marks = [
  '\r',
  '\r\n',
  '\n',
  '\u2028',
  '\u2029',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u200b',
];
const mark = fc.constantFrom(...marks);
const glue = fc.constantFrom(' ', '', '\n', '\r', '\u2028', '\t', '\u00a0', '\ufeff');

const bytes = fc.uint8Array({ maxLength: 300 }).map((list) => Buffer.from(list));
const soup = fc
  .tuple(fc.array(fc.constantFrom(...tokens, ...marks), { maxLength: 60 }), glue)
  .map(([list, between]) => list.join(between));
const cut = fc.tuple(sample, fc.nat(), fc.nat()).map(([code, from, to]) => {
  const [start, end] = [from % (code.length + 1), to % (code.length + 1)];
  return code.slice(Math.min(start, end), Math.max(start, end));
});
const spliced = fc
  .tuple(cut, fc.oneof(mark, fc.constantFrom(...tokens)), cut)
  .map((parts) => parts.join(''));
const otherLineEnds = fc.tuple(sample, mark).map(([code, end]) => code.replaceAll('\n', end));
const otherHead = fc
  .tuple(
    fc.constantFrom(
      '\ufeff',
      '#!/usr/bin/env node\n',
      '#!\u2028',
      '<!-- ',
      '--> ',
      "'use strict';",
    ),
    sample,
  )
  .map(([head, code]) => head + code);
const withMark = fc.tuple(sample, mark, fc.nat()).map(([code, character, at]) => {
  const place = at % (code.length + 1);
  return code.slice(0, place) + character + code.slice(place);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  bytes.map((list) => list.toString('utf8')),
  bytes.map((list) => list.toString('latin1')),
  bytes.map((list) => list.toString('utf16le')),
  soup,
  cut,
  spliced,
  otherLineEnds,
  otherHead,
  withMark,
);

function parses(source: string): boolean {
  try {
    parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
    return true;
  } catch {
    // Any failure: the text is no program.
    return false;
  }
}

/** Inside the text; the end may stand one past a line, so that there is something to mark. */
function liesInside(place: Place, lines: readonly string[]): boolean {
  const { line, column, endLine, endColumn } = place;
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  const isAt = (at: number, to: number, past: number) =>
    at >= 1 && at <= lines.length && to >= 1 && to <= (lines[at - 1] ?? '').length + 1 + past;
  return isForward && isAt(line, column, 0) && isAt(endLine, endColumn, 1);
}

describe('whatever the text, the judgement', () => {
  it('comes, is the same twice, has its places in the text and rejects what is no program', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const judgement = assess(source, 'javascript');
        expect(assess(source, 'javascript')).toEqual(judgement);
        const { findings, riskScore, decision } = judgement;
        expect(riskScore).toBe(findings.reduce((sum, { points }) => sum + points, 0));
        const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
        const edits = findings.flatMap(({ quickFix }) => quickFix?.edits ?? []);
        expect([...findings, ...edits].filter((place) => !liesInside(place, lines))).toEqual([]);
        const isRead = findings.every(({ ruleId }) => ruleId !== 'syntax-error');
        expect(isRead).toBe(parses(source));
        if (!isRead) {
          expect(decision).toBe('reject');
          expect(findings).toHaveLength(1);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a text made to exhaust its reader', () => {
  it.each(exhaustingTexts)('is answered: $name', ({ text }) => {
    const { decision, findings } = assess(text, 'javascript');
    const isJudged = findings.every(({ family }) => family !== 'syntax');
    expect(decision === 'reject' || isJudged).toBe(true);
  });

  it('is refused at once when it is longer than any strategy', () => {
    const text = 'again(1 + 1);\n'.repeat(750_000);
    const took = processorTime(() => {
      const { decision, findings } = assess(text, 'javascript');
      expect(decision).toBe('reject');
      expect(findings[0]?.message).toContain('10,500,000 characters');
    });
    expect(took).toBeLessThan(1000);
  });
});
