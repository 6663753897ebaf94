import { readPythonDict, UnfinishedLiteral } from './python-literals.ts';
import { definitionsOf, type NamedParameter } from './read-parameters.ts';

const declaration = /^parameters\s*(?::[^=\n]*)?=\s*(?=\{)/m;

/**
 * What a Python strategy's `parameters = {…}` says, as far as it is written in literals; the code is
 * read, never run.
 * @returns null if the declaration is half-typed.
 */
export function readPythonParameters(source: string): NamedParameter[] | null {
  const found = declaration.exec(source);
  if (found === null) return [];
  try {
    return definitionsOf(readPythonDict(source, found.index + found[0].length));
  } catch (error) {
    if (error instanceof UnfinishedLiteral) return null;
    throw error;
  }
}
