import type { RunRecord } from '../../contract/models/run.ts';
import { formatNumber, formatPercent } from '../format.ts';
import { html, type Markup } from './markup.ts';

/** The money rules of the run, one line a rule, so that none stays unsaid. */
export function renderAssumptions({ manifest }: RunRecord): Markup {
  const items = assumptionsOf(manifest.settings).map((text) => html`<li>${text}</li>`);
  return html`<section>
    <h2>Assumptions</h2>
    <ul class="plain">
      ${items}
    </ul>
  </section>`;
}

type Settings = RunRecord['manifest']['settings'];

function assumptionsOf(settings: Settings): string[] {
  const { initialCash, commissionRate, slippageRate, fillAt, lotSize, seed } = settings;
  const rate = (share: number) => formatPercent(share, 4).replace(/\.?0+%$/, '%');
  return [
    `The account starts with ${formatNumber(initialCash)} in cash, in the currency of the prices.`,
    commissionRate === 0
      ? 'No commission is charged.'
      : `Each fill costs a commission of ${rate(commissionRate)} of its value.`,
    slippageRate === 0
      ? 'No slippage is assumed: every order fills at exactly the price it is based on.'
      : `Each fill is ${rate(slippageRate)} worse than the price it is based on (slippage).`,
    fillAt === 'next-open'
      ? "Orders are decided at a bar's close and fill at the next bar's open."
      : 'Orders fill at the same close they were decided on. This is optimistic.',
    lotSize === 0
      ? 'Any fraction of a unit can be traded.'
      : `Orders sized by a share of equity are rounded down to a multiple of ${formatNumber(lotSize, 8, 0)}.`,
    'Positions are not levered: what is bought is paid in cash, and a short is at most the equity behind it.',
    'A position that is open at the end is left open and valued at the last close.',
    `Buy and hold is the same cash, invested at the first close, without any costs.`,
    `Random numbers come from seed ${seed}.`,
  ];
}
