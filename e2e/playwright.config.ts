import { defineConfig } from '@playwright/test';

// One worker: the specs share a container engine, and a loaded machine makes timing lie.
export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  retries: 0,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
