import { html } from '../markup.ts';

/** The five promises. */
export const badgesStyles = html`<style>
  .badges {
    margin: 0;
    padding: 0;
    list-style: none;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .badge {
    display: flex;
    gap: 14px;
    padding: 12px 16px;
    break-inside: avoid;
  }
  .badge + .badge {
    border-top: 1px solid var(--line);
  }
  .badge p {
    color: var(--quiet);
  }
  .sign {
    flex: none;
    width: 18px;
    font-weight: 700;
    text-align: center;
  }
  .state {
    margin-left: 4px;
    font-weight: 500;
  }
  .passed .sign,
  .passed .state {
    color: var(--ok);
  }
  .unknown .sign,
  .unknown .state {
    color: var(--quiet);
  }
  .failed {
    background: var(--alarm-paper);
  }
  .failed .sign,
  .failed .state {
    color: var(--alarm);
    font-weight: 700;
  }
</style>`;
