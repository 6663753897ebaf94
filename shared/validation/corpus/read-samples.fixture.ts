import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../types.ts';

export interface Sample {
  readonly name: string;
  readonly code: string;
  /** Rules that must find it; none named: any that asks for a review. */
  readonly expected: readonly string[];
}

/** Reads the corpus: `### name | rules`, then the code up to the next heading. */
export function readSamples(
  folder: 'hostile' | 'innocent',
  language: Language = 'javascript',
): Sample[] {
  const ofLanguage = language === 'python' ? join('python', folder) : folder;
  const directory = join(import.meta.dirname, ofLanguage);
  return readdirSync(directory).flatMap((file) => {
    const [, ...parts] = readFileSync(join(directory, file), 'utf8').split(/^### /m);
    return parts.map((part) => {
      const end = part.indexOf('\n');
      const [title = '', expected = ''] = part.slice(0, end).split(' | ');
      return {
        name: `${file}: ${title}`,
        code: part.slice(end + 1),
        expected: expected === '' ? [] : expected.split(', '),
      };
    });
  });
}
