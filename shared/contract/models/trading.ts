import { z } from 'zod';
import { orderEventReasons } from '../../engine/result.ts';

export const tradeSchema = z.object({
  symbol: z.string().default(''),
  direction: z.enum(['long', 'short']),
  quantity: z.number(),
  entryBar: z.number().int(),
  entryTime: z.number(),
  entryPrice: z.number(),
  exitBar: z.number().int().nullable(),
  exitTime: z.number().nullable(),
  exitPrice: z.number(),
  commission: z.number(),
  profit: z.number(),
  return: z.number(),
  barsHeld: z.number().int(),
  /** Rests on an assumption about the order of prices within a bar. */
  assumed: z.literal(true).optional(),
  tag: z.string().optional(),
});

export const orderEventSchema = z.object({
  bar: z.number().int(),
  /** The bar's. Null in records kept by the first version. */
  time: z.number().nullable().default(null),
  decisionBar: z.number().int(),
  order: z.number().int(),
  symbol: z.string(),
  reason: z.enum(orderEventReasons),
  message: z.string(),
});

/** What the account came to, beside its curve. */
export const accountSchema = z.object({
  finalCash: z.number(),
  interest: z.number(),
  borrowFees: z.number(),
  /** Bars on which a position was valued at an earlier close: its instrument had no bar. */
  staleBars: z.number().int(),
  positions: z.array(z.object({ symbol: z.string(), quantity: z.number() })),
});
