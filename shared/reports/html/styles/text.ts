import { html } from '../markup.ts';

/** Lists, the log and the source. */
export const textStyles = html`<style>
  .plain {
    margin: 0;
    padding-left: 20px;
  }
  .rules {
    columns: 2 380px;
    column-gap: 40px;
  }
  .rules h2,
  .rules > p {
    column-span: all;
  }
  .rules > div {
    margin-bottom: 16px;
    break-inside: avoid;
  }
  .accepted {
    padding: 8px 12px;
    border-left: 3px solid var(--accent);
  }
  .log {
    margin: 0;
    padding: 12px 16px;
    list-style: none;
    border-radius: 8px;
    background: var(--code);
    font-family: ui-monospace, 'DejaVu Sans Mono', monospace;
    font-size: 12px;
  }
  .log bdi {
    white-space: pre-wrap;
  }
  .log .at {
    display: inline-block;
    min-width: 84px;
    color: var(--quiet);
  }
  .log .warn,
  .log .error {
    color: var(--loss);
  }
  .source {
    margin: 0;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--code);
    white-space: pre-wrap;
    tab-size: 2;
  }
</style>`;
