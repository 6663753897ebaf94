import { moduleNames } from '../../../shared/strategy/bootstrap.ts';

/** The first place of a stack trace that lies in the strategy's own text; both count from 1. */
export function locateError(stack: string): { line?: number; column?: number } {
  const name = moduleNames.strategy.replace('.', '\\.');
  const match = new RegExp(`${name}:(\\d{1,7})(?::(\\d{1,7}))?`).exec(stack);
  if (match === null) return {};
  const line = Number(match[1]);
  return match[2] === undefined ? { line } : { line, column: Number(match[2]) };
}
