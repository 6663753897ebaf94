import type { App } from 'electron';

/** A container engine that hangs must not keep the app from ending; the next start sweeps up. */
const closeLimitMilliseconds = 5000;

/** Before the app ends, `close` cancels what runs and removes its containers, for 5 s at most. */
export function quitInOrder(app: App, close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    const limit = new Promise<void>((resolve) => setTimeout(resolve, closeLimitMilliseconds));
    const end = () => {
      state = 'closed';
      app.quit();
    };
    Promise.race([close(), limit]).then(end, end);
  });
}
