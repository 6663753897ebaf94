import { callFunction } from './function-calls.ts';
import { havoc } from './havoc.ts';
import { outsideValue } from './outside.ts';
import { valueOf } from './expressions.ts';
import type { Interpreter } from './machine.ts';
import { runStatement } from './statements.ts';

/** JavaScript, as far as imagined runs follow it. */
export const interpreter: Interpreter = {
  valueOf,
  run: runStatement,
  call: callFunction,
  outsideValue,
  havoc,
};
