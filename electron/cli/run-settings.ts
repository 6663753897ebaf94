import type { RunRequest } from '../../shared/contract/models/run.ts';
import {
  defaultSettings,
  type Commission,
  type EngineSettings,
  type Slippage,
} from '../../shared/engine/settings.ts';
import { numberOption, oneOf, usageError } from './options.ts';

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

/** @throws {AppError} that names the option and shows its forms. */
export function settingsFrom(values: Values): RunRequest['settings'] {
  const given = Object.entries(numbers).flatMap(([option, setting]) => {
    const value = numberOption(option, values[option as keyof typeof numbers]);
    return value === undefined ? [] : [[setting, value] as const];
  });
  return {
    ...defaultSettings,
    ...(Object.fromEntries(given) as Partial<EngineSettings>),
    commission: commissionFrom(values.commission),
    slippage: slippageFrom(values.slippage),
    fillAt: oneOf('fill', values.fill ?? '', ['next-open', 'close']),
    atEnd: oneOf('at-end', values['at-end'] ?? '', ['leave-open', 'last-open', 'last-close']),
    timeZone: values['time-zone'] ?? defaultSettings.timeZone,
    sessionStart: minutesOf(values['session-start']),
  };
}

function commissionFrom(given: string | undefined): Commission {
  if (given === undefined) return defaultSettings.commission;
  const [kind = '', ...rest] = given.split(':');
  const parts = rest.join(':').split(':').map(Number);
  const wrong = () =>
    usageError(
      `--commission is "${given}"; its forms are 0.0005, per-share:0.005:1, fixed:1:0.0005 and tiered:10000=0.001,*=0.0005.`,
    );
  const number = (value: number | undefined) => {
    if (value === undefined || !Number.isFinite(value)) throw wrong();
    return value;
  };
  if (kind === 'per-share') {
    return { kind, perShare: number(parts[0]), minimum: number(parts[1] ?? 0) };
  }
  if (kind === 'fixed') {
    return { kind: 'fixed-plus-percent', fixed: number(parts[0]), rate: number(parts[1] ?? 0) };
  }
  if (kind === 'tiered') {
    const tiers = rest
      .join(':')
      .split(',')
      .map((tier) => tier.split('='))
      .map(([upTo, rate]) => ({
        upTo: upTo === '*' ? null : number(Number(upTo)),
        rate: number(Number(rate)),
      }));
    return { kind, tiers };
  }
  if (rest.length > 0 || kind.trim() === '') throw wrong();
  return { kind: 'percent', rate: number(Number(kind)) };
}

function slippageFrom(given: string | undefined): Slippage {
  if (given === undefined) return defaultSettings.slippage;
  const [kind = '', amount, ...rest] = given.split(':');
  const value = Number(amount ?? kind);
  if (given.trim() === '' || !Number.isFinite(value) || rest.length > 0) throw wrongSlippage(given);
  if (amount === undefined) return { kind: 'percent', rate: value };
  if (kind === 'ticks') return { kind, ticks: value };
  if (kind === 'volume') return { kind: 'volume-share', impact: value };
  throw wrongSlippage(given);
}

function wrongSlippage(given: string) {
  return usageError(`--slippage is "${given}"; its forms are 0.0005, ticks:1 and volume:0.1.`);
}

function minutesOf(given: string | undefined): number {
  if (given === undefined) return defaultSettings.sessionStart;
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(given);
  if (match) return Number(match[1]) * 60 + Number(match[2]);
  throw usageError(`--session-start is "${given}"; it must be a time like 18:00.`);
}
