import type { Manifest } from '../contract/models/run.ts';
import type { Commission, EngineSettings, Slippage } from '../engine/settings.ts';
import { formatNumber, formatPercent } from './format.ts';

type Described = Pick<Manifest, 'settings' | 'interval' | 'prices' | 'benchmark' | 'moreDatasets'>;

/** The money rules of a run in whole sentences, one a rule, so that none of them stays unsaid. */
export function describeSettings(run: Described): string[] {
  const { settings } = run;
  return [
    ...dataRules(run),
    `The account starts with ${formatNumber(settings.initialCash)} in cash, in the currency of the prices.`,
    commissionRule(settings.commission),
    slippageRule(settings),
    settings.spreadRate === 0
      ? 'No spread is assumed between bid and ask beyond the slippage.'
      : `The spread is ${rate(settings.spreadRate)} of the price; market and stop orders pay half of it.`,
    ...fillRules(settings),
    ...accountRules(settings),
    `Random numbers come from seed ${settings.seed}.`,
  ];
}

const rate = (share: number) => formatPercent(share, 4).replace(/\.?0+%$/, '%');
const yearly = (share: number) => `${rate(share)} a year`;

function dataRules({ interval, prices, benchmark, moreDatasets }: Described): string[] {
  return [
    ...(moreDatasets.length === 0
      ? []
      : [
          `${moreDatasets.length + 1} instruments share one clock; one without a bar cannot be traded then and is valued at its last close.`,
        ]),
    ...(interval === 'as-loaded'
      ? []
      : [
          `Bars were made ${interval}; the shorter ones they were made from decide what came first inside a bar.`,
        ]),
    prices === 'adjusted'
      ? 'Prices are adjusted for dividends and splits where the data has adjusted closes.'
      : 'Prices are those traded; dividends and splits show as jumps.',
    benchmark === null
      ? 'The benchmark is buy and hold of the main instrument: the same cash at its first close, without any costs.'
      : `The benchmark is ${benchmark.name}: the same cash at its first close, without any costs.`,
  ];
}

function commissionRule(commission: Commission): string {
  switch (commission.kind) {
    case 'percent':
      return commission.rate === 0
        ? 'No commission is charged.'
        : `Each fill costs a commission of ${rate(commission.rate)} of its value.`;
    case 'per-share':
      return `Each unit costs a commission of ${formatNumber(commission.perShare, 6, 0)}, an order at least ${formatNumber(commission.minimum)}.`;
    case 'fixed-plus-percent':
      return `Each order costs a commission of ${formatNumber(commission.fixed)} and ${rate(commission.rate)} of its value.`;
    case 'tiered':
      return `Commission is tiered by a fill's value: ${commission.tiers
        .map(({ upTo, rate: share }) =>
          upTo === null ? `${rate(share)} beyond` : `${rate(share)} up to ${formatNumber(upTo)}`,
        )
        .join(', ')}.`;
  }
}

function slippageRule({ slippage, tickSize }: EngineSettings): string {
  const text = slippageText(slippage, tickSize);
  return text === undefined
    ? 'No slippage is assumed: market and stop orders fill at exactly the price they are based on.'
    : `Market and stop orders fill ${text} worse than the price they are based on (slippage); limit orders at their limit or better.`;
}

function slippageText(slippage: Slippage, tickSize: number): string | undefined {
  switch (slippage.kind) {
    case 'percent':
      return slippage.rate === 0 ? undefined : rate(slippage.rate);
    case 'ticks':
      return slippage.ticks === 0
        ? undefined
        : `${formatNumber(slippage.ticks, 2, 0)} ticks of ${formatNumber(tickSize, 6, 0)}`;
    case 'volume-share':
      return slippage.impact === 0
        ? undefined
        : `${formatNumber(slippage.impact, 4, 0)} × (share of the bar's volume)²`;
  }
}

function fillRules({ fillAt, lotSize, volumeCap, atEnd }: EngineSettings): string[] {
  return [
    fillAt === 'next-open'
      ? "Market orders are decided at a bar's close and fill at the next bar's open."
      : 'Market orders fill at the same close they were decided on. This is optimistic.',
    'A stop that a gap passes fills at the open. When one bar reaches both a stop and a target, the stop is assumed first and the trade is marked. A trailing stop moves at the end of a bar.',
    lotSize === 0
      ? 'Any fraction of a unit can be traded.'
      : `Quantities are rounded down to a multiple of ${formatNumber(lotSize, 8, 0)}.`,
    volumeCap === 0
      ? 'Any quantity can be traded, whatever the volume of the bar.'
      : `At most ${rate(volumeCap)} of a bar's volume is filled; the rest waits for the next bars.`,
    {
      'leave-open': 'A position held at the end is left open and valued at the last close.',
      'last-open': "A position held at the end is closed at the last bar's open.",
      'last-close': 'A position held at the end is closed at the last close.',
    }[atEnd],
  ];
}

function accountRules(settings: EngineSettings): string[] {
  const { leverage, maintenanceMargin, borrowRate, cashInterestRate, marginInterestRate } =
    settings;
  const { riskFreeRate, timeZone, sessionStart } = settings;
  const clock = `${String(Math.floor(sessionStart / 60)).padStart(2, '0')}:${String(sessionStart % 60).padStart(2, '0')}`;
  return [
    leverage === 1
      ? 'Positions are not levered: what is bought is paid in cash, and a short is at most the equity behind it.'
      : `Positions may be worth up to ${formatNumber(leverage, 2, 0)} times the equity.`,
    `Everything is liquidated at the next open when equity at a close is below ${rate(maintenanceMargin)} of the positions' value.`,
    borrowRate === 0
      ? 'Borrowing shares to sell short is free.'
      : `Borrowed shares cost ${yearly(borrowRate)} of their value.`,
    cashInterestRate === 0 && marginInterestRate === 0
      ? 'Cash earns no interest and borrowed cash costs none.'
      : `Cash earns ${yearly(cashInterestRate)}; borrowed cash costs ${yearly(marginInterestRate)}.`,
    `Figures take ${yearly(riskFreeRate)} as the return without risk.`,
    `Sessions go by ${timeZone} and begin at ${clock}.`,
  ];
}
