import { detectInterval } from './detect-interval.ts';
import { sessionOf, utcSessions, type ZoneOffset } from './sessions.ts';

const day = 86_400_000;
const daysPerYear = 365.25;

/** How many bars a year has, for annualising; `explanation` says why, for the reader of a report. */
export interface PeriodsPerYear {
  readonly periods: number;
  readonly explanation: string;
}

const perYear: Partial<Record<string, PeriodsPerYear>> = {
  weekly: { periods: 52, explanation: 'weekly bars: 52 a year' },
  monthly: { periods: 12, explanation: 'monthly bars: 12 a year' },
  quarterly: { periods: 4, explanation: 'quarterly bars: 4 a year' },
  yearly: { periods: 1, explanation: 'yearly bars: 1 a year' },
};

/**
 * The number of bars in a year, from the bars' times (milliseconds, ascending). Trading days are
 * the market's usual count: 252 for five weekdays, 313 for six, 365 for seven. Intraday bars count
 * the median bars of a trading session times its trading days; irregular ones are counted as they are.
 */
export function periodsPerYear(
  time: Float64Array,
  sessions: readonly ZoneOffset[] = utcSessions,
): PeriodsPerYear {
  const interval = detectInterval(time);
  const fixed = perYear[interval];
  if (fixed) return fixed;
  if (interval === 'irregular') return countedOverSpan(time);

  const dates = time.map((at) => sessionOf(at, sessions));
  const { days, market } = tradingDays(dates);
  if (interval === 'daily') {
    return { periods: days, explanation: `daily bars, ${market}: ${days} days a year` };
  }
  const barsPerDay = medianBarsPerDay(dates);
  return {
    periods: days * barsPerDay,
    explanation: `bars of ${interval}, ${market}: ${days} days a year with ${barsPerDay} bars each`,
  };
}

/** A weekday counts as open when it holds at least a twentieth of the bars: a rare special session does not. */
function tradingDays(dates: Float64Array): { days: number; market: string } {
  const bars = new Float64Array(7);
  for (const date of dates) {
    // 1970-01-01 was a Thursday; which number stands for which weekday does not matter here.
    const weekday = ((date % 7) + 7) % 7;
    bars[weekday] = (bars[weekday] as number) + 1;
  }
  const open = bars.filter((count) => count >= dates.length / 20).length;
  if (open === 7) return { days: 365, market: 'open seven days a week' };
  if (open === 6) return { days: 313, market: 'open six days a week' };
  return { days: 252, market: 'open on business days' };
}

function medianBarsPerDay(dates: Float64Array): number {
  const counts: number[] = [];
  let current = NaN;
  for (const date of dates) {
    if (date === current) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else counts.push(1);
    current = date;
  }
  counts.sort((a, b) => a - b);
  return counts[counts.length >> 1] ?? 1;
}

function countedOverSpan(time: Float64Array): PeriodsPerYear {
  const span = ((time.at(-1) ?? 0) - (time[0] ?? 0)) / day;
  if (time.length < 2 || !(span > 0)) {
    return { periods: 252, explanation: 'too few bars to tell: 252 business days a year assumed' };
  }
  const periods = Math.round(((time.length - 1) / span) * daysPerYear * 100) / 100;
  return {
    periods,
    explanation: `irregular bars: ${time.length} over ${Math.round(span)} days, ${periods} a year`,
  };
}
