import {
  defaultLimits,
  limitsSchema,
  networkModes,
  type RunLimits,
} from '../../shared/contract/models/run.ts';
import { numberOption, oneOf, usageError } from './options.ts';

const text = { type: 'string' } as const;

/** What `run` takes about what the sandbox may use. */
export const limitsOptions = {
  'time-limit': text,
  memory: text,
  cpus: text,
  network: { type: 'string', default: defaultLimits.network },
} as const;

const names = { timeLimitSeconds: 'time-limit', memoryMegabytes: 'memory', cpus: 'cpus' } as const;

type Values = Partial<Record<keyof typeof limitsOptions, string | undefined>>;

/** @throws {AppError} that names the option and says what it takes. */
export function limitsFrom(values: Values): RunLimits {
  const number = (name: keyof typeof names) =>
    numberOption(names[name], values[names[name]]) ?? defaultLimits[name];
  const limits: RunLimits = {
    timeLimitSeconds: number('timeLimitSeconds'),
    memoryMegabytes: number('memoryMegabytes'),
    cpus: number('cpus'),
    network: oneOf('network', values.network ?? defaultLimits.network, networkModes),
  };
  for (const name of Object.keys(names) as (keyof typeof names)[]) {
    const { minValue, maxValue } = limitsSchema.shape[name];
    const parsed = limitsSchema.shape[name].safeParse(limits[name]);
    if (parsed.success) continue;
    const whole = name === 'memoryMegabytes' ? 'a whole number ' : '';
    throw usageError(
      `--${names[name]} is "${values[names[name]]}"; it must be ${whole}from ${minValue} to ${maxValue}.`,
    );
  }
  return limits;
}
