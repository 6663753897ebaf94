import { score } from '../score.ts';
import type { Hit, Rule } from '../rule.ts';
import type { Attack } from './patterns/attack.ts';
import { judgePattern, type PatternVerdict } from './patterns/judge-pattern.ts';

export const slowPattern: Rule = {
  id: 'slow-pattern',
  family: 'security',
  severity: 'warning',
  points: score.endlessLoop,
  languages: ['javascript', 'python'],
  title: 'A pattern that can take for ever',
  explain:
    'Where a text can be matched in many ways, a text that almost matches is tried in all of them: an endless loop in disguise.',
  fix: 'Let the parts of a repetition begin with different characters, and repeat only once.',
  bad: [
    { code: 'const r = /^(a+)+$/;', at: '/^(a+)+$/' },
    { code: 'const r = /(x|x)*y/;', at: '/(x|x)*y/' },
    { code: "const r = new RegExp('(\\\\w*)*!');", at: "new RegExp('(\\\\w*)*!')" },
    { code: 'const r = /(\\d+\\s?)+$/;', at: '/(\\d+\\s?)+$/' },
    { code: 'const r = /(.*)(.*)=/;', at: '/(.*)(.*)=/' },
    { code: 'const r = /\\s*\\w*\\s*-?\\s*,/;', at: '/\\s*\\w*\\s*-?\\s*,/' },
  ],
  good: [
    'const r = /^(\\d+,)*\\d+$/;',
    'const r = /^[A-Z]{1,5}(\\.[A-Z]+)?$/;',
    'const r = /(?:foo|bar)+/;',
    'const r = /\\s*=\\s*/;',
    'const r = /^\\s+|\\s+$/g;',
  ],
  inPython: {
    bad: [
      { code: "import re\nr = re.compile(r'^(a+)+$')", at: "re.compile(r'^(a+)+$')" },
      { code: "from re import match\nmatch('(x|x)*y', 'xxx')", at: "match('(x|x)*y', 'xxx')" },
      {
        code: "import re\nre.search(r'(?P<a>\\d+\\s?)+$', 'x')",
        at: "re.search(r'(?P<a>\\d+\\s?)+$', 'x')",
      },
    ],
    good: [
      "import re\nr = re.compile(r'^(\\d+,)*\\d+$')",
      "text = '(a+)+$'",
      "import re\nx = re.sub(r'\\s+', ' ', 'a  b')",
    ],
  },
  check: ({ regularExpressions }) => {
    const verdicts = new Map<string, string | undefined>();
    return regularExpressions.flatMap(({ pattern, flags, place }): Hit[] => {
      const key = `${flags}/${pattern}`;
      if (!verdicts.has(key)) {
        const isJudged = verdicts.size < mostPatterns;
        verdicts.set(key, isJudged ? messageFor(key, pattern, flags) : tooMany);
      }
      const message = verdicts.get(key);
      return message === undefined ? [] : [{ place, message }];
    });
  },
};

/** A text is judged at every keystroke, and its patterns are mostly those of the text before. */
const known = new Map<string, string | undefined>();
const mostKnown = 500;
const longestKnown = 1_000;

function messageFor(key: string, pattern: string, flags: string): string | undefined {
  if (known.has(key)) return known.get(key);
  const message = describe(judgePattern(pattern, flags));
  if (key.length > longestKnown) return message;
  if (known.size >= mostKnown) known.clear();
  known.set(key, message);
  return message;
}

/** No strategy has as many, and each takes its time to judge. */
const mostPatterns = 300;
const tooMany = 'There are more patterns in this text than are judged.';

function describe(verdict: PatternVerdict): string | undefined {
  if (verdict.cost === 'harmless') return undefined;
  if (verdict.cost === 'too large') return 'This pattern is too large to be judged.';
  const example = verdict.attack === undefined ? '' : `, such as ${quoted(verdict.attack)}`;
  return verdict.cost === 'exponential'
    ? `This pattern can take for ever on a text that almost matches${example}.`
    : `Repetitions of the same characters follow each other: the time grows with a power of the text's length${example}.`;
}

function quoted({ prefix, pump, suffix }: Attack): string {
  const repeated = pump === '' ? '' : `${pump.repeat(3)}…`;
  return `“${JSON.stringify(prefix + repeated + suffix).slice(1, -1)}”`;
}
