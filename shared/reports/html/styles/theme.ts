import { html } from '../markup.ts';

/** Colours on screen, dark or light as the reader's system; paper is always light. */
export const themeStyles = html`<style>
  :root {
    color-scheme: light dark;
    --page: #f4f5f7;
    --paper: #ffffff;
    --line: #e1e4e9;
    --text: #1b1f24;
    --quiet: #59626e;
    --accent: #1f5fcf;
    --held: #7a828e;
    --gain: #17754a;
    --loss: #bf2126;
    --under: #c9383c22;
    --alarm: #b3151b;
    --alarm-paper: #fdebeb;
    --ok: #17754a;
    --stripe: #bf21261c;
    --code: #f7f8f9;
    --plot-1: #93690b;
    --plot-2: #11756a;
    --plot-3: #7342c4;
    --plot-4: #b04a17;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      --page: #101113;
      --paper: #191b1e;
      --line: #2e3238;
      --text: #e6e8eb;
      --quiet: #a0a8b3;
      --accent: #5b9dff;
      --held: #8a919d;
      --gain: #4cc38a;
      --loss: #ff7b7b;
      --under: #e5686a2b;
      --alarm: #ff8080;
      --alarm-paper: #3a1a1c;
      --ok: #4cc38a;
      --stripe: #ff7b7b24;
      --code: #131416;
      --plot-1: #d7a64a;
      --plot-2: #4fb6a8;
      --plot-3: #b38af0;
      --plot-4: #e58a5f;
    }
  }
</style>`;
