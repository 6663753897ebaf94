/** The strategy's own text, as both runners call it in a stack: strategy.js:3:7, strategy.py:3:7. */
const place = /strategy\.(?:js|py):(\d{1,7})(?::(\d{1,7}))?/;

/** The first place of a stack trace that lies in the strategy's own text; both count from 1. */
export function locateError(stack: string): { line?: number; column?: number } {
  const match = place.exec(stack);
  if (match === null) return {};
  const line = Number(match[1]);
  return match[2] === undefined ? { line } : { line, column: Number(match[2]) };
}
