import { z } from 'zod';

const share = z.number().nullable();

/** One year of the monthly table: January to December, and the year. Null where the run has no bar. */
export const yearReturnsSchema = z.object({
  year: z.number().int(),
  months: z.array(share).length(12),
  total: share,
  /** Months, from 1, of which the run has only a part. */
  partialMonths: z.array(z.number().int().min(1).max(12)),
  partial: z.boolean(),
});
export type YearReturns = z.infer<typeof yearReturnsSchema>;

/** Figures over a moving window of returns: columns of equal length, at most 1,000 points. */
export const rollingSchema = z.object({
  window: z.number().int(),
  time: z.array(z.number()),
  sharpe: z.array(share),
  volatility: z.array(share),
  beta: z.array(share),
  /** What they stand on; where they are empty, why. */
  note: z.string(),
});
export type RollingFigures = z.infer<typeof rollingSchema>;

export const periodsSchema = z.object({
  monthly: z.array(yearReturnsSchema),
  rolling: rollingSchema,
});
export type Periods = z.infer<typeof periodsSchema>;

/** Of a run without figures, and of records from before they were kept. */
export const noPeriods: Periods = {
  monthly: [],
  rolling: { window: 0, time: [], sharpe: [], volatility: [], beta: [], note: '' },
};
