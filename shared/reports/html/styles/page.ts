import { html } from '../markup.ts';

/** The page itself and its text. */
export const pageStyles = html`<style>
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    background: var(--page);
    color: var(--text);
    font:
      14px/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      'Noto Sans',
      'Liberation Sans',
      sans-serif;
  }
  main {
    max-width: 1080px;
    margin: 32px auto 0;
    padding: 40px 48px;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 12px;
    overflow-wrap: anywhere;
  }
  footer {
    max-width: 1080px;
    margin: 16px auto 40px;
    padding: 0 48px;
    color: var(--quiet);
    font-size: 12px;
  }
  h1 {
    margin: 4px 0 2px;
    font-size: 30px;
    line-height: 1.2;
    letter-spacing: -0.015em;
  }
  h2 {
    margin: 0 0 10px;
    font-size: 17px;
    letter-spacing: -0.005em;
  }
  h3 {
    margin: 0;
    font-size: 14px;
  }
  p {
    margin: 0;
  }
  section {
    margin-top: 40px;
  }
  section > p {
    margin-bottom: 10px;
    color: var(--quiet);
  }
  code,
  pre {
    font-family: ui-monospace, 'SF Mono', 'Cascadia Code', 'DejaVu Sans Mono', monospace;
    font-size: 12px;
  }
</style>`;
