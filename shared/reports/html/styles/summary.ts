import { html } from '../markup.ts';

/** What stands first: what was run, warnings, and the main figures. */
export const summaryStyles = html`<style>
  .brand {
    font-weight: 700;
    color: var(--accent);
  }
  .brand span {
    color: var(--quiet);
    font-weight: 400;
    margin-left: 6px;
  }
  .subtitle {
    font-size: 16px;
    color: var(--quiet);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    margin: 18px 0 0;
    padding-top: 14px;
    border-top: 1px solid var(--line);
  }
  .facts dt,
  .card dt {
    color: var(--quiet);
    font-size: 12px;
  }
  .facts dd {
    margin: 0;
    font-weight: 500;
  }
  .warning {
    margin-top: 24px;
    padding: 16px 20px;
    border: 2px solid var(--alarm);
    border-radius: 8px;
    background: var(--alarm-paper);
    break-inside: avoid;
  }
  .warning h2 {
    margin: 0 0 4px;
    color: var(--alarm);
    font-size: 20px;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(max(140px, 30%), 1fr));
    gap: 12px;
    margin: 28px 0 0;
  }
  .card {
    padding: 14px 16px;
    border: 1px solid var(--line);
    border-radius: 8px;
    break-inside: avoid;
  }
  .card dd {
    margin: 0;
  }
  .figure {
    font-size: 24px;
    font-weight: 600;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .note {
    color: var(--quiet);
    font-size: 12px;
  }
  .gain {
    color: var(--gain);
  }
  .loss {
    color: var(--loss);
  }
  .missing {
    color: var(--quiet);
  }
  .unverified .card,
  table.unverified tbody,
  .unverified svg {
    background-image: repeating-linear-gradient(135deg, var(--stripe) 0 8px, transparent 8px 16px);
    print-color-adjust: exact;
  }
  .unverified .figure,
  .unverified td.number {
    color: var(--quiet);
  }
  .mark {
    display: inline-block;
    padding: 0 5px;
    border: 1px solid var(--alarm);
    border-radius: 4px;
    color: var(--alarm);
    font-size: 11px;
    font-weight: 600;
    white-space: nowrap;
  }
</style>`;
