import { commissionSchema, slippageSchema } from '../../shared/contract/models/settings.ts';
import { defaultSettings, type Commission, type Slippage } from '../../shared/engine/settings.ts';
import { usageError } from './options.ts';

const commissionForms = [
  '0.0005 (a share of the traded value)',
  'per-share:0.005:1 (a unit, and the least an order)',
  'fixed:1:0.0005 (an order, and a share of its value)',
  'tiered:10000=0.001,*=0.0005 (shares by value; bounds ascend, the last is *)',
];

const slippageForms = [
  '0.0005 (a share of the price)',
  'ticks:1 (price steps)',
  "volume:0.1 (times the square of the order's share of the bar's volume)",
];

/** `--commission`. @throws {AppError} that shows its forms. */
export function commissionFrom(given: string | undefined): Commission {
  if (given === undefined) return defaultSettings.commission;
  const parsed = commissionSchema.safeParse(readCommission(given));
  if (parsed.success) return parsed.data;
  throw wrong('commission', given, parsed.error.issues[0]?.message, commissionForms);
}

/** `--slippage`. @throws {AppError} that shows its forms. */
export function slippageFrom(given: string | undefined): Slippage {
  if (given === undefined) return defaultSettings.slippage;
  const parsed = slippageSchema.safeParse(readSlippage(given));
  if (parsed.success) return parsed.data;
  throw wrong('slippage', given, parsed.error.issues[0]?.message, slippageForms);
}

/** What was given, number by number; whatever is not one becomes NaN, which the schema refuses. */
function readCommission(given: string): unknown {
  const [kind = '', ...parts] = given.split(':');
  const [first, second = '0', ...rest] = parts;
  if (first === undefined) return { kind: 'percent', rate: number(kind) };
  if (rest.length > 0) return {};
  if (kind === 'per-share') return { kind, perShare: number(first), minimum: number(second) };
  if (kind === 'fixed') {
    return { kind: 'fixed-plus-percent', fixed: number(first), rate: number(second) };
  }
  return kind === 'tiered' && parts.length === 1
    ? { kind, tiers: first.split(',').map(readTier) }
    : {};
}

function readTier(text: string): unknown {
  const [upTo = '', rate = ''] = text.split('=');
  return { upTo: upTo.trim() === '*' ? null : number(upTo), rate: number(rate) };
}

function readSlippage(given: string): unknown {
  const [kind = '', amount, ...rest] = given.split(':');
  if (rest.length > 0) return {};
  if (amount === undefined) return { kind: 'percent', rate: number(kind) };
  if (kind === 'ticks') return { kind, ticks: number(amount) };
  return kind === 'volume' ? { kind: 'volume-share', impact: number(amount) } : {};
}

function number(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

function wrong(option: string, given: string, why: string | undefined, forms: readonly string[]) {
  // That NaN is no number says nothing that the forms do not say better.
  const reason = why === undefined || why.startsWith('Invalid') ? '' : ` (${why})`;
  return usageError(
    `--${option} "${given}" cannot be used${reason}. Its forms are:\n${forms.map((form) => `  --${option} ${form}`).join('\n')}`,
  );
}
