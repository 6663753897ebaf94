import type { Language } from '../../shared/validation/types.ts';

export const languageNames: Record<Language, string> = {
  javascript: 'JavaScript',
  python: 'Python',
};
