import type { SandboxUsed } from '../../../../shared/contract/models/sandbox.ts';

/** What each kind of sandbox is called wherever a run is shown. */
export const sandboxNames: Record<SandboxUsed['kind'], string> = {
  docker: 'Docker',
  embedded: 'Embedded sandbox',
  none: 'Not run',
};
