import { html } from '../markup.ts';

/** Figures, findings, trades and manifest. */
export const tablesStyles = html`<style>
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 7px 10px;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  thead th {
    color: var(--quiet);
    font-size: 12px;
    font-weight: 500;
    border-bottom-width: 2px;
  }
  tbody th {
    font-weight: 500;
  }
  th.number,
  td.number {
    text-align: right;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .figures th[scope='row'] {
    width: 24%;
  }
  .figures th.number {
    width: 16%;
  }
  .figures td.number {
    font-weight: 600;
  }
  tr {
    break-inside: avoid;
  }
  .trades {
    font-size: 12px;
  }
  .trades td,
  .trades th {
    padding: 4px 7px;
  }
  .trades td {
    white-space: nowrap;
  }
  .trades .tag {
    min-width: 90px;
    max-width: 180px;
    white-space: normal;
  }
  .trades.events td:last-child {
    white-space: normal;
  }
  .assumed {
    padding: 0 4px;
    border: 1px solid var(--line);
    border-radius: 4px;
    color: var(--quiet);
    font-size: 11px;
  }
  .manifest th {
    width: 210px;
    color: var(--quiet);
    font-weight: 400;
  }
</style>`;
