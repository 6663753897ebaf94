import { defineConfig } from '@playwright/test';

// One worker: the specs share a container engine, and a loaded machine makes timing lie. The limits
// end what hangs; they hold on a machine several times slower too (STRATBOX_E2E_SLOWDOWN shows it).
export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  // A browser on a loaded machine loses a gesture now and then: a second try, which the totals name aloud.
  retries: process.env['CI'] ? 1 : 0,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
