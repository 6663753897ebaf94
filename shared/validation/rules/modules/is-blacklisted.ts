import type { Language } from '../../types.ts';
import { isBlacklisted as isOfNode } from './blacklist.ts';
import { allowed, blacklist } from './python-modules.ts';

const rootOf = (module: string): string => module.normalize('NFKC').split('.')[0] ?? '';

/** Whether a module of this language reaches the machine; with any path behind its name. */
export function isBlacklisted(module: string, language: Language): boolean {
  if (language === 'javascript') return isOfNode(module);
  return blacklist.has(rootOf(module)) || blacklist.has(module);
}

/** Whether the sandbox has it: what the policy names, and what belongs to its Python. */
export function isAllowed(
  module: string,
  language: Language,
  allowedModules: readonly string[],
): boolean {
  if (allowedModules.includes(module)) return true;
  return (
    language === 'python' &&
    (allowed.has(rootOf(module)) || allowedModules.includes(rootOf(module)))
  );
}
