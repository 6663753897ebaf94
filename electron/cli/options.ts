import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { AppError } from '../../shared/contract/errors.ts';

const hint = 'Run "npm run -s stratbox -- help" to see every command and option.';

export function usageError(message: string): AppError {
  return new AppError('bad-input', message, hint);
}

/** Splits a command's arguments. @throws {AppError} for options it does not know. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

/** A number given as text, or undefined if it was not given. */
export function numberOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw usageError(`--${name} is "${text}"; it must be a number.`);
  }
  return value;
}

/** `--param name=value` entries: numbers and true/false are read as such, the rest is text. */
export function parameterOptions(
  entries: readonly string[],
): Record<string, number | string | boolean> {
  return Object.fromEntries(
    entries.map((entry) => {
      const at = entry.indexOf('=');
      if (at < 1) throw usageError(`--param "${entry}" is not of the form name=value.`);
      return [entry.slice(0, at), parameterValue(entry.slice(at + 1))];
    }),
  );
}

function parameterValue(text: string): number | string | boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : text;
}

/** @throws {AppError} that lists the choices. */
export function oneOf<Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw usageError(`--${name} is "${value}"; it must be one of: ${choices.join(', ')}.`);
}
