import { z } from 'zod';
import { defaultSettings } from '../../engine/settings.ts';

const share = z.number().min(0).max(0.5);
const yearlyRate = z.number().min(0).max(10);

export const commissionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), rate: share }),
  z.object({
    kind: z.literal('per-share'),
    perShare: z.number().min(0).max(1e6),
    minimum: z.number().min(0).max(1e9),
  }),
  z.object({
    kind: z.literal('fixed-plus-percent'),
    fixed: z.number().min(0).max(1e9),
    rate: share,
  }),
  z.object({
    kind: z.literal('tiered'),
    tiers: z
      .array(z.object({ upTo: z.number().positive().nullable(), rate: share }))
      .min(1)
      .max(20)
      .readonly()
      .refine(
        (tiers) =>
          tiers.every(({ upTo }, index) =>
            index === tiers.length - 1
              ? upTo === null
              : upTo !== null && upTo > (tiers[index - 1]?.upTo ?? 0),
          ),
        'tiers whose bounds ascend, the last without a bound',
      ),
  }),
]);

export const slippageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), rate: share }),
  z.object({ kind: z.literal('ticks'), ticks: z.number().min(0).max(10_000) }),
  z.object({ kind: z.literal('volume-share'), impact: z.number().min(0).max(100) }),
]);

const currentSettings = z.object({
  initialCash: z.number().positive().max(1e15),
  commission: commissionSchema.default({ kind: 'percent', rate: 0.0005 }),
  slippage: slippageSchema.default(defaultSettings.slippage),
  spreadRate: share.default(defaultSettings.spreadRate),
  fillAt: z.enum(['next-open', 'close']),
  atEnd: z.enum(['leave-open', 'last-open', 'last-close']).default(defaultSettings.atEnd),
  lotSize: z.number().min(0).max(1e9),
  tickSize: z.number().positive().max(1e6).default(defaultSettings.tickSize),
  volumeCap: z.number().min(0).max(1).default(defaultSettings.volumeCap),
  leverage: z.number().min(1).max(100).default(defaultSettings.leverage),
  maintenanceMargin: z.number().min(0).max(1).default(defaultSettings.maintenanceMargin),
  borrowRate: yearlyRate.default(defaultSettings.borrowRate),
  cashInterestRate: yearlyRate.default(defaultSettings.cashInterestRate),
  marginInterestRate: yearlyRate.default(defaultSettings.marginInterestRate),
  riskFreeRate: z.number().min(-0.5).max(1).default(defaultSettings.riskFreeRate),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'a time zone such as America/New_York')
    .default(defaultSettings.timeZone),
  sessionStart: z.number().int().min(0).max(1439).default(defaultSettings.sessionStart),
  seed: z.number().int().min(0).max(4_294_967_295),
});

/** The engine's settings. Those kept by the first version, with plain rates, are read too. */
export const settingsSchema = z.preprocess(fromFirstVersion, currentSettings);

function fromFirstVersion(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('commissionRate' in value)) return value;
  const { commissionRate, slippageRate, ...rest } = value as Record<string, unknown>;
  return {
    ...rest,
    commission: { kind: 'percent', rate: commissionRate },
    slippage: { kind: 'percent', rate: slippageRate },
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
