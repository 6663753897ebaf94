import {
  calls,
  isCallName,
  type CallArguments,
  type CallName,
  type CallOutput,
} from '../../shared/contract/calls.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { refuseLongSource } from '../../shared/contract/refuse-long-source.ts';
import type { Reply } from '../../shared/contract/transport.ts';
import { storeTrouble } from './store/store-trouble.ts';

export type Handlers = {
  readonly [Name in CallName]: (
    input: CallArguments<Name>,
  ) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

/** Answers one call from any host. Never throws: what went wrong is in the reply. */
export type Dispatch = (name: unknown, input: unknown) => Promise<Reply>;

/**
 * Puts the contract's table in front of the handlers: unknown calls, oversized and malformed
 * requests end here, and an unexpected failure becomes a typed error without a stack trace.
 * `report` hears of unexpected failures so that they reach the app's own log.
 */
export function createDispatch(handlers: Handlers, report: (error: unknown) => void): Dispatch {
  return async (name, input) => {
    try {
      if (!isCallName(name)) {
        throw new AppError('unknown-call', `There is no call named ${String(name).slice(0, 60)}.`);
      }
      refuseLongSource(input);
      refuseOversized(name, input);
      const parsed = calls[name].input.safeParse(input ?? {});
      if (!parsed.success) throw badInput(name, parsed.error.issues);
      const handler = handlers[name] as (input: unknown) => unknown;
      return { ok: true, value: await handler(parsed.data) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toShape() };
      try {
        report(error);
      } catch {
        // On a full disk the log fails for the same reason; the caller is told either way.
      }
      return { ok: false, error: (storeTrouble(error) ?? unexpected(error)).toShape() };
    }
  };
}

function refuseOversized(name: CallName, input: unknown): void {
  const { maximumBytes } = calls[name];
  if (textLength(input, maximumBytes) > maximumBytes) {
    throw new AppError(
      'too-large',
      `${name} takes at most ${Math.round(maximumBytes / 1000)} kB.`,
      'Send a smaller text or file.',
    );
  }
}

/** A lower bound of the payload's size that stops counting once `limit` is passed. */
function textLength(value: unknown, limit: number): number {
  let total = 0;
  const stack: unknown[] = [value];
  while (stack.length > 0 && total <= limit) {
    const item = stack.pop();
    if (typeof item === 'string') total += item.length;
    else if (typeof item === 'object' && item !== null) {
      for (const [key, child] of Object.entries(item)) {
        total += key.length + 2;
        stack.push(child);
      }
    } else total += 4;
  }
  return total;
}

function badInput(name: CallName, issues: readonly { path: PropertyKey[]; message: string }[]) {
  const [first] = issues;
  const where = first && first.path.length > 0 ? ` at ${first.path.map(String).join('.')}` : '';
  return new AppError(
    'bad-input',
    `${name} was given a wrong value${where}: ${first?.message ?? 'unreadable'}.`,
    'Correct the value and try again.',
  );
}

function unexpected(error: unknown): AppError {
  const message = error instanceof Error ? error.message : String(error);
  return new AppError(
    'internal',
    `Something went wrong inside Stratbox: ${message}`,
    'Try again; if it happens again, report it with the steps that led here.',
  );
}
