import { AppError } from '../../shared/contract/errors.ts';
import { data } from './commands/data.ts';
import { doctor } from './commands/doctor.ts';
import { history } from './commands/history.ts';
import { image } from './commands/image.ts';
import { policy } from './commands/policy.ts';
import { report } from './commands/report.ts';
import { rules } from './commands/rules.ts';
import { run } from './commands/run.ts';
import { validate } from './commands/validate.ts';
import { exitCodes } from './exit-codes.ts';
import { helpText } from './help.ts';
import { jsonText, type Terminal } from './terminal.ts';

const commands = { validate, run, report, history, policy, rules, doctor, image, data };

/** Runs one command line and returns its exit code; what went wrong is said, never thrown. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(helpText);
    return exitCodes.done;
  }
  try {
    if (!Object.hasOwn(commands, name)) {
      throw new AppError('bad-input', `There is no command "${name}".`, 'Try "help".');
    }
    return await commands[name as keyof typeof commands](args, terminal);
  } catch (error) {
    return tellError(error, args.includes('--json'), terminal);
  }
}

function tellError(error: unknown, json: boolean, terminal: Terminal): number {
  const shape =
    error instanceof AppError
      ? error.toShape()
      : {
          code: 'internal' as const,
          message: error instanceof Error ? error.message : String(error),
          hint: 'Report it with the command that led here.',
        };
  if (json) terminal.out(jsonText({ error: shape }));
  terminal.say(shape.hint === '' ? shape.message : `${shape.message}\n${shape.hint}`);
  if (shape.code === 'cancelled') return exitCodes.cancelled;
  return shape.code === 'no-engine' ? exitCodes.noSandbox : exitCodes.badInput;
}
