import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { backtracksForever } from './patterns/backtracking.ts';

export const slowPattern: Rule = {
  id: 'slow-pattern',
  family: 'security',
  severity: 'warning',
  points: score.endlessLoop,
  languages: ['javascript', 'python'],
  title: 'A pattern that can take for ever',
  explain:
    'A repetition inside a repetition lets a short text be tried in more ways than a machine can count: an endless loop in disguise.',
  fix: 'Let the parts of the repetition begin with different characters, or repeat only once.',
  bad: [
    { code: 'const r = /^(a+)+$/;', at: '/^(a+)+$/' },
    { code: 'const r = /(x|x)*y/;', at: '/(x|x)*y/' },
    { code: "const r = new RegExp('(\\\\w*)*!');", at: "new RegExp('(\\\\w*)*!')" },
    { code: 'const r = /(\\d+\\s?)+$/;', at: '/(\\d+\\s?)+$/' },
  ],
  good: [
    'const r = /^(\\d+,)*\\d+$/;',
    'const r = /^[A-Z]{1,5}(\\.[A-Z]+)?$/;',
    'const r = /(?:foo|bar)+/;',
    'const r = /\\s*=\\s*/;',
  ],
  check: ({ regularExpressions }) =>
    hitsFor(
      regularExpressions,
      ({ pattern }) => backtracksForever(pattern),
      () => 'This pattern can take for ever on a text that almost matches.',
    ),
};
