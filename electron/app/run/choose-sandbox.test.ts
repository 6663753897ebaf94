import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import { defaultLimits, type SandboxChoice } from '../../../shared/contract/models/run.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { startSandbox, type Sandboxes } from './choose-sandbox.ts';

/** No container engine; the embedded sandbox is there and remembers that it was started. */
function withoutEngine() {
  const started: string[] = [];
  const docker = {
    start: () =>
      Promise.reject(new AppError('no-engine', 'No engine is installed.', 'Install one.')),
  };
  const embedded = {
    status: () => ({ state: 'ready', message: '' }),
    start: ({ reason }: { reason: string }) => {
      started.push(reason);
      return { used: { kind: 'embedded', reason } };
    },
  };
  const start = (language: Language, choice: SandboxChoice) =>
    startSandbox({ docker, embedded } as unknown as Sandboxes, {
      ...{ runId: 'one', language, choice, limits: defaultLimits },
      signal: new AbortController().signal,
      onBuildProgress: () => undefined,
    });
  return { start, started };
}

describe('without a container engine', () => {
  it('JavaScript falls back to the embedded sandbox', async () => {
    const { start, started } = withoutEngine();
    expect(await start('javascript', 'auto')).toMatchObject({ ok: true });
    expect(started).toEqual(['No engine is installed.']);
  });

  it.each(['auto', 'docker'] as const)(
    'Python does not run (%s), and the doctor’s next step is said',
    async (choice) => {
      const { start, started } = withoutEngine();
      expect(await start('python', choice)).toEqual({
        ok: false,
        error: {
          code: 'no-sandbox',
          message: 'Python runs in a container only. No engine is installed.',
          hint: 'Install one.',
        },
      });
      expect(started).toEqual([]);
    },
  );

  it('Python is not given to the embedded sandbox by a setting either', async () => {
    const { start, started } = withoutEngine();
    expect(await start('python', 'embedded')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('container only') as string },
    });
    expect(started).toEqual([]);
  });
});
