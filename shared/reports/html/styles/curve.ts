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
  .curve path.plot-1 {
    stroke: var(--plot-1);
    stroke-width: 1.2;
  }
  .legend .plot-1::before {
    background: var(--plot-1);
  }
  .curve path.plot-2 {
    stroke: var(--plot-2);
    stroke-width: 1.2;
  }
  .legend .plot-2::before {
    background: var(--plot-2);
  }
  .curve path.plot-3 {
    stroke: var(--plot-3);
    stroke-width: 1.2;
  }
  .legend .plot-3::before {
    background: var(--plot-3);
  }
  .curve path.plot-4 {
    stroke: var(--plot-4);
    stroke-width: 1.2;
  }
  .legend .plot-4::before {
    background: var(--plot-4);
  }
  .curve svg + .legend {
    margin-top: 18px;
  }
</style>`;
