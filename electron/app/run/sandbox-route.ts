import type { SandboxChoice } from '../../../shared/contract/models/run.ts';
import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';

/** Where a run with this setting goes now, and why; the same order as `startSandbox` takes. */
export function routeOf(
  { engine, image, embedded }: Pick<SandboxStatus, 'engine' | 'image' | 'embedded'>,
  choice: SandboxChoice,
): Pick<SandboxStatus, 'route' | 'reason'> {
  if (choice !== 'embedded' && engine.state === 'ready') {
    const reason =
      image.state === 'ready'
        ? 'The container engine and the sandbox image are ready.'
        : 'The container engine is ready; the sandbox image is built at the first run.';
    return { route: 'docker', reason };
  }
  if (choice === 'docker') {
    return {
      route: 'none',
      reason: `${engine.message} By your setting only containers run strategies, so nothing runs.`,
    };
  }
  if (embedded.state !== 'ready') {
    const engineMessage = choice === 'embedded' ? '' : engine.message;
    return { route: 'none', reason: `${engineMessage} ${embedded.message}`.trim() };
  }
  return choice === 'embedded'
    ? {
        route: 'embedded',
        reason: 'By your setting every run uses the embedded sandbox, which runs no Python.',
      }
    : {
        route: 'embedded',
        reason: `${engine.message} The embedded sandbox is used; it runs no Python.`,
      };
}
