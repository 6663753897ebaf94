import type { RunRequest } from '../../shared/contract/models/run.ts';
import { settingsSchema } from '../../shared/contract/models/settings.ts';
import { defaultSettings, type EngineSettings } from '../../shared/engine/settings.ts';
import { numberOption, oneOf, usageError } from './options.ts';
import { commissionFrom, slippageFrom } from './run-costs.ts';

/** Each number option and the setting that it gives. */
const numbers = {
  cash: 'initialCash',
  spread: 'spreadRate',
  'volume-cap': 'volumeCap',
  lot: 'lotSize',
  tick: 'tickSize',
  leverage: 'leverage',
  'maintenance-margin': 'maintenanceMargin',
  borrow: 'borrowRate',
  'cash-interest': 'cashInterestRate',
  'margin-interest': 'marginInterestRate',
  'risk-free': 'riskFreeRate',
  seed: 'seed',
} as const satisfies Record<string, keyof EngineSettings>;

const text = { type: 'string' } as const;

/** What `run` takes about money and fills. */
export const settingsOptions = {
  cash: text,
  commission: text,
  slippage: text,
  spread: text,
  'volume-cap': text,
  lot: text,
  tick: text,
  leverage: text,
  'maintenance-margin': text,
  borrow: text,
  'cash-interest': text,
  'margin-interest': text,
  'risk-free': text,
  seed: text,
  fill: { type: 'string', default: defaultSettings.fillAt },
  'at-end': { type: 'string', default: defaultSettings.atEnd },
  'time-zone': { type: 'string', default: defaultSettings.timeZone },
  'session-start': text,
} as const;

type Values = Partial<Record<keyof typeof settingsOptions, string | undefined>>;

/** @throws {AppError} that names the option and says what it takes. */
export function settingsFrom(values: Values): RunRequest['settings'] {
  const given = Object.entries(numbers).flatMap(([option, setting]) => {
    const value = numberOption(option, values[option as keyof typeof numbers]);
    return value === undefined ? [] : [[setting, value] as const];
  });
  const settings = {
    ...defaultSettings,
    ...(Object.fromEntries(given) as Partial<EngineSettings>),
    commission: commissionFrom(values.commission),
    slippage: slippageFrom(values.slippage),
    fillAt: oneOf('fill', values.fill ?? '', ['next-open', 'close']),
    atEnd: oneOf('at-end', values['at-end'] ?? '', ['leave-open', 'last-open', 'last-close']),
    timeZone: values['time-zone'] ?? defaultSettings.timeZone,
    sessionStart: minutesOf(values['session-start']),
  };
  const parsed = settingsSchema.safeParse(settings);
  if (parsed.success) return parsed.data;
  throw outOfBounds(parsed.error.issues[0], values);
}

/** The contract's refusal, in the words of the command line. */
function outOfBounds(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
  values: Values,
) {
  const setting = issue?.path[0];
  const [option] = Object.entries({ ...numbers, 'time-zone': 'timeZone' }).find(
    ([, name]) => name === setting,
  ) ?? [String(setting)];
  const given = values[option as keyof Values] ?? '';
  return usageError(`--${option} "${given}" cannot be used: ${issue?.message ?? 'it is wrong'}.`);
}

function minutesOf(given: string | undefined): number {
  if (given === undefined) return defaultSettings.sessionStart;
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(given);
  if (match) return Number(match[1]) * 60 + Number(match[2]);
  throw usageError(`--session-start is "${given}"; it must be a time like 18:00.`);
}
