import type { Manifest } from '../contract/models/run.ts';
import type { EngineSettings } from '../engine/settings.ts';
import { costRules, rate, yearly } from './describe-costs.ts';
import { orderRules } from './describe-orders.ts';
import { formatCount, formatNumber } from './format.ts';

/** What is said about a run's rules comes from its manifest, so that it is what was really run. */
export type DescribedRun = Pick<
  Manifest,
  | 'settings'
  | 'datasetName'
  | 'moreDatasets'
  | 'interval'
  | 'prices'
  | 'benchmark'
  | 'trials'
  | 'from'
  | 'to'
  | 'barCount'
>;

export interface RuleGroup {
  readonly title: string;
  /** A sentence or a few each. */
  readonly rules: readonly string[];
}

/**
 * Every rule about data, money, orders and figures that a run went by, in words: what was set, what
 * was left at its default, and the conventions of the engine that nobody can set.
 */
export function describeSettings(run: DescribedRun): RuleGroup[] {
  const { settings } = run;
  return [
    { title: 'Data', rules: dataRules(run) },
    { title: 'Money', rules: moneyRules(settings) },
    { title: 'Costs', rules: costRules(settings) },
    { title: 'Orders', rules: orderRules(settings, run.interval !== 'as-loaded') },
    { title: 'Margin and interest', rules: marginRules(settings) },
    { title: 'Figures', rules: figureRules(run) },
  ];
}

function dataRules(run: DescribedRun): string[] {
  const { datasetName, moreDatasets, interval, prices, from, to, barCount, settings } = run;
  const { timeZone, sessionStart } = settings;
  const instruments =
    moreDatasets.length === 0
      ? `The strategy runs on ${datasetName}`
      : `${moreDatasets.length + 1} instruments share one clock: ${datasetName} (the main one), ${moreDatasets.map(({ name }) => name).join(', ')}`;
  return [
    `${instruments}; ${formatCount(barCount, 'bar')} from ${from} to ${to}.`,
    ...(moreDatasets.length === 0
      ? []
      : ['An instrument without a bar cannot be traded then; its last close values its position.']),
    interval === 'as-loaded'
      ? 'Bars are those of the data.'
      : `Bars were made ${interval} where those of the data are shorter; the shorter ones decide what came first inside a bar.`,
    prices === 'adjusted'
      ? 'Prices are adjusted for dividends and splits where the data has adjusted closes; otherwise they are as in the data.'
      : 'Prices are those of the data as traded; dividends are not paid out and splits show as jumps.',
    `A session begins at ${clock(sessionStart)}, time zone ${timeZone}; orders for the day end with it.`,
  ];
}

function moneyRules({ initialCash, atEnd }: EngineSettings): string[] {
  return [
    `The account starts with ${formatNumber(initialCash)} in cash, in the currency of the prices.`,
    {
      'leave-open':
        'A position held at the end is left open, valued at its last close and reported as open.',
      'last-open': "A position held at the end is closed at the last bar's open.",
      'last-close': 'A position held at the end is closed at the last close.',
    }[atEnd],
    'Trades are matched first in, first out.',
  ];
}

function marginRules(settings: EngineSettings): string[] {
  const { leverage, maintenanceMargin, borrowRate } = settings;
  const { cashInterestRate, marginInterestRate } = settings;
  return [
    leverage === 1
      ? 'Positions are not levered: what is bought is paid in cash, and all positions together are worth at most the equity.'
      : `All positions together may be worth up to ${formatNumber(leverage, 4, 0)} times the equity when an order fills.`,
    maintenanceMargin === 0
      ? 'No margin is called, except when equity falls below zero.'
      : `Margin is checked at every close: with equity below ${rate(maintenanceMargin)} of the positions' value, every order is cancelled and every position closed at the next open.`,
    borrowRate === 0
      ? 'Borrowing shares to sell them short is free.'
      : `Shares borrowed to sell them short cost ${yearly(borrowRate)} of their value.`,
    cashInterestRate === 0
      ? 'Cash earns no interest.'
      : `Cash earns ${yearly(cashInterestRate)}; the proceeds of short sales earn nothing.`,
    marginInterestRate === 0
      ? 'Borrowed cash costs no interest.'
      : `Borrowed cash costs ${yearly(marginInterestRate)}.`,
    ...(borrowRate === 0 && cashInterestRate === 0 && marginInterestRate === 0
      ? []
      : ['Interest and fees accrue from bar to bar by the calendar, with 365 days a year.']),
  ];
}

function figureRules({ settings, benchmark, trials }: DescribedRun): string[] {
  return [
    `The benchmark is ${benchmark === null ? 'buy and hold of the main instrument' : `buy and hold of ${benchmark.name}`}: all of the starting cash at its first close, without any costs.`,
    `Figures take ${yearly(settings.riskFreeRate)} as the return without risk.`,
    trials === 1
      ? 'This strategy is taken to be the only variant that was tried.'
      : `${formatNumber(trials, 0)} variants were tried, this one included; the deflated Sharpe ratio discounts for them.`,
    `Random numbers come from seed ${settings.seed}.`,
  ];
}

/** Minutes after midnight as a time of day. */
function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
