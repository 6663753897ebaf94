import type { Call, RegularExpression } from '../../../facts.ts';

const takers = /^(?:re|regex):(?:compile|match|fullmatch|search|findall|finditer|split|subn?)$/;

/** Patterns given to `re`, written as the rules read them. */
export function collectRegularExpressions(calls: readonly Call[]): RegularExpression[] {
  return calls.flatMap(({ path, arguments: [pattern], place }) => {
    if (!takers.test(path) || pattern?.text === undefined) return [];
    return [{ pattern: translated(pattern.text), flags: '', place }];
  });
}

/** The same pattern in JavaScript's spelling. */
const translated = (pattern: string): string =>
  pattern
    .replace(/\(\?#[^)]*\)|\(\?[aiLmsux]+\)/g, '')
    .replace(/\(\?P</g, '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\(\?[aiLmsux-]+:/g, '(?:')
    .replace(/(?<!\\)\\A/g, '^')
    .replace(/(?<!\\)\\Z/g, '$');
