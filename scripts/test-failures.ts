import { stripVTControlCharacters } from 'node:util';

const linesEach = 12;
const head = /^\s*FAIL\s|^\s{2}\d+\)\s/;
const rule = /[⎯─]{8,}/;

/**
 * What failed in a step, as vitest (" FAIL  a.test.ts > name") and Playwright ("  1) a.spec.ts:3:1 › name")
 * printed it: each test's name and the first lines of why. Of a step that broke without naming a test, the
 * last lines it printed.
 */
export function readFailures(printed: string): string[] {
  const lines = stripVTControlCharacters(printed)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const heads = lines.flatMap((line, index) => (head.test(line) ? [index] : []));
  if (heads.length === 0) return [lines.slice(-linesEach).join('\n')];
  return heads.map((start, index) => {
    const next = Math.min(start + linesEach, heads[index + 1] ?? lines.length);
    const [name = '', ...reasons] = lines.slice(start, next);
    const end = reasons.findIndex((line) => rule.test(line));
    return [name.replace(rule, '').trim(), ...(end < 0 ? reasons : reasons.slice(0, end))].join(
      '\n',
    );
  });
}
