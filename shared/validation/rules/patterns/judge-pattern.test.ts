import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parseJavaScript } from '../../languages/javascript/parse.ts';
import { readFacts } from '../../languages/javascript/read-facts.ts';
import type { RegularExpression } from '../../facts.ts';
import { processorTime } from '../../../testing/processor-time.fixture.ts';
import { judgePattern } from './judge-pattern.ts';
import { withinBounds } from '../../languages/work.ts';

/** The patterns of the corpus, as the facts give them. */
function patternsOf(folder: 'hostile' | 'innocent'): RegularExpression[] {
  const directory = join(import.meta.dirname, '../../corpus', folder);
  const files = readdirSync(directory).filter((file) => file.startsWith('patterns-'));
  const samples = files.flatMap((file) =>
    readFileSync(join(directory, file), 'utf8').split(/^### .*\n/m),
  );
  return samples.flatMap((code) => {
    const { program } = parseJavaScript(code);
    if (program === undefined) return [];
    return withinBounds(code, () => readFacts(code, program).facts.regularExpressions);
  });
}

/** Whether the language's own engine is still at it after so many milliseconds. */
function takesTooLong(
  pattern: string,
  flags: string,
  texts: readonly string[],
  timeout: number,
): boolean {
  try {
    const expression = new RegExp(pattern, flags);
    const code = 'for (const text of texts) { expression.lastIndex = 0; expression.exec(text); }';
    runInNewContext(code, { expression, texts }, { timeout });
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true;
    throw error;
  }
}

describe('a pattern called catastrophic is', () => {
  const judged = patternsOf('hostile').flatMap(({ pattern, flags }) => {
    const verdict = judgePattern(pattern, flags);
    const attack = 'attack' in verdict ? verdict.attack : undefined;
    return attack === undefined ? [] : [{ pattern, flags, attack, cost: verdict.cost }];
  });

  it('on most of the corpus', () => expect(judged.length).toBeGreaterThan(50));

  it.each(judged)('$cost: /$pattern/$flags', ({ pattern, flags, attack, cost }) => {
    const { prefix, pump, suffix } = attack;
    const rounds = cost === 'exponential' ? 120 : 60_000;
    const text = prefix + pump.repeat(rounds) + suffix;
    expect(takesTooLong(pattern, flags, [text], 250)).toBe(true);
  });
});

describe('a pattern called harmless is', () => {
  const characters = [...'aA0_ \t\n-.,;:=/\\*"\'<>()[]{}#%$+&é😀'];
  const words = characters.flatMap((one) => [one, ...[...'a0 ,"\\'].map((other) => one + other)]);
  const texts = words.flatMap((word) =>
    ['', '!', '\n'].map((end) => word.repeat(40 / word.length) + end),
  );
  const innocent = patternsOf('innocent').filter(({ pattern }) => !/^\(a\+\)\+\$$/.test(pattern));

  it.each(innocent)('/$pattern/$flags', ({ pattern, flags }) => {
    expect(judgePattern(pattern, flags).cost).toBe('harmless');
    expect(takesTooLong(pattern, flags, texts, 3_000)).toBe(false);
  });
});

describe('judgePattern', () => {
  it('tells a text that shows it', () => {
    expect(judgePattern('^(?:x+)+$')).toEqual({
      cost: 'exponential',
      attack: { prefix: 'x', pump: 'x', suffix: 'y' },
    });
  });

  it('gives up on what is too large, and says so', () => {
    const list = Array.from({ length: 250 }, (_none, index) => `w${index}`).join('|');
    expect(judgePattern(`^(?:${list})+$`)).toEqual({ cost: 'too large' });
    expect(judgePattern(`${'(?:'.repeat(100)}a${')*'.repeat(100)}`)).toEqual({ cost: 'too large' });
  });

  it('leaves to the run what is no pattern', () => {
    expect(judgePattern('(a+)+)')).toEqual({ cost: 'harmless' });
  });

  it.each([
    ['(?:a{0,1000}b{0,1000}){0,1000}!'],
    [`(${'(?:a?b?'.repeat(30)}${')*'.repeat(30)})$`],
    [`^(?:${'[a-z]{0,30}[0-9]{0,30}'.repeat(20)})*$`],
  ])('is quick with %s', (pattern) => {
    expect(processorTime(() => judgePattern(pattern))).toBeLessThan(5_000);
  });
});
