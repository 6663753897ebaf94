import { parseJavaScript } from './parse-javascript.ts';
import type { Finding } from '../../types.ts';

/** Every finding in a JavaScript strategy; a text that does not parse is one syntax finding. */
export function judgeJavaScript(source: string): readonly Finding[] {
  const parsed = parseJavaScript(source);
  return parsed.ok ? [] : [parsed.finding];
}
