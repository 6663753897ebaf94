import { html } from '../markup.ts';

/** The drawing of equity and drawdown. */
export const curveStyles = html`<style>
  .curve svg {
    display: block;
    width: 100%;
    height: auto;
  }
  .curve svg path {
    fill: none;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .curve .grid {
    stroke: var(--line);
  }
  .curve path.equity {
    stroke: var(--accent);
    stroke-width: 1.6;
  }
  .curve path.held {
    stroke: var(--held);
    stroke-width: 1.2;
  }
  .curve path.drawdown {
    stroke: var(--loss);
  }
  .curve svg path.under {
    fill: var(--under);
  }
  .curve text {
    fill: var(--quiet);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .curve .time {
    text-anchor: middle;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    margin: 0 0 10px;
    padding: 0;
    list-style: none;
    color: var(--quiet);
  }
  .legend b {
    color: var(--text);
    font-variant-numeric: tabular-nums;
  }
  .legend li::before {
    content: '';
    display: inline-block;
    width: 14px;
    height: 3px;
    margin-right: 7px;
    vertical-align: middle;
    background: var(--accent);
    border-radius: 2px;
    print-color-adjust: exact;
  }
  .legend .held::before {
    background: var(--held);
  }
  .legend .drawdown::before {
    background: var(--loss);
  }
</style>`;
