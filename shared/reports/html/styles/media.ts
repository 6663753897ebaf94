import { html } from '../markup.ts';

/** Narrow windows and paper. */
export const mediaStyles = html`<style>
  @media screen {
    .wide {
      overflow-x: auto;
    }
  }
  @media screen and (max-width: 760px) {
    main {
      margin: 0;
      padding: 24px 16px;
      border: 0;
      border-radius: 0;
    }
    .figures th[scope='row'] {
      overflow-wrap: break-word;
    }
    .curve text {
      font-size: 24px;
    }
  }
  @page {
    margin: 16mm;
  }
  @media print {
    :root {
      color-scheme: light;
    }
    .note,
    .card dt,
    .facts dt,
    code,
    pre,
    thead th {
      font-size: 10px;
    }
    .trades,
    .months {
      font-size: 9px;
    }
    .curve text {
      font-size: 15px;
    }
    body {
      background: #ffffff;
      font-size: 11px;
    }
    main {
      max-width: none;
      margin: 0;
      padding: 0;
      border: 0;
    }
    footer {
      padding: 0;
    }
    section {
      margin-top: 24px;
    }
    h2 {
      break-after: avoid;
    }
    .curve,
    .warning {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
    .cards {
      grid-template-columns: repeat(3, 1fr);
    }
  }
</style>`;
