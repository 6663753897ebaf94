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
  retries: 0,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
