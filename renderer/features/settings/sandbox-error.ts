import type { Preferences } from '../../../shared/contract/models/workspace.ts';

/** Why no sandbox of the chosen kind can give what is asked of it, or ''. */
export function sandboxError({ sandbox, limits }: Pick<Preferences, 'sandbox' | 'limits'>): string {
  return sandbox === 'embedded' && limits.network !== 'none'
    ? 'The embedded sandbox never has a network.'
    : '';
}
