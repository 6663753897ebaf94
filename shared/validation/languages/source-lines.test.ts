import { getLineInfo } from 'acorn';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SourceLines } from './source-lines.ts';

it("counts lines by the language's line ends, and columns in UTF-16 units, as acorn does", () => {
  const piece = fc.constantFrom('a', ' ', '😀', '\n', '\r', '\r\n', '\u2028', '\u2029', '\ud800');
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (source, first, second) => {
      const start = Math.min(first, second, source.length);
      const end = Math.min(Math.max(first, second), source.length);
      // Nothing begins or ends between the two characters of one line end.
      fc.pre([start, end].every((at) => source.slice(at - 1, at + 1) !== '\r\n'));
      const [from, to] = [getLineInfo(source, start), getLineInfo(source, end)];
      expect(new SourceLines(source).placeOf(start, end)).toEqual({
        line: from.line,
        column: from.column + 1,
        endLine: to.line,
        endColumn: to.column + 1,
      });
    }),
    { numRuns: 1000 },
  );
});
