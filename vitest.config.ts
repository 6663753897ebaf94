import { defineConfig } from 'vitest/config';

// A slow or loaded machine gets the time it needs: a limit is there to end what hangs, not to measure.
const patience = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
};

// Two projects: pure tests run anywhere; those named x.docker.test.ts need a container engine.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...patience,
          include: ['{shared,electron,renderer,docker,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.docker.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'docker',
          ...patience,
          include: ['{electron,docker,examples}/**/*.docker.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
