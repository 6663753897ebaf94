import { defineConfig } from 'vitest/config';

// Two projects: pure tests run anywhere; those named x.docker.test.ts need a container engine.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,electron,renderer,docker,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.docker.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'docker',
          include: ['{electron,docker,examples}/**/*.docker.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
