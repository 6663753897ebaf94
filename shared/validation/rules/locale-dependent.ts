import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import type { Place } from '../types.ts';

const methods = /^(?:toLocale\w*String|toLocale(?:Upper|Lower)Case|localeCompare)$/;

const isLanguage = (path: string): boolean => /^navigator\.languages?$/.test(path);

export const localeDependent: Rule = {
  id: 'locale-dependent',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
  title: 'Depends on the language of the machine',
  explain:
    'Names, decimal points and orders of letters differ between machines, and so would the run.',
  fix: "Use toFixed, toISOString and plain comparison, or say the language and the zone: `('en-US', { timeZone: 'UTC' })`.",
  bad: [
    { code: 'const f = (x) => x.toLocaleString();', at: 'x.toLocaleString()' },
    { code: 'const f = (a, b) => a.localeCompare(b);', at: 'a.localeCompare(b)' },
    {
      code: "const f = (bar) => new Date(bar.time).toLocaleTimeString('en-US');",
      at: "new Date(bar.time).toLocaleTimeString('en-US')",
    },
    { code: 'const format = new Intl.NumberFormat();', at: 'Intl' },
  ],
  good: [
    'const f = (x) => x.toFixed(2);',
    'const f = (bar) => new Date(bar.time).toISOString();',
    "const f = (x) => x.toLocaleString('en-US');",
    "const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit' });",
    'const Intl = 1;\nconst x = Intl + 1;',
  ],
  check: ({ methodCalls, reaches, fixedLocales }) => {
    const fixed = new Set(fixedLocales.map(keyOf));
    const isOpen = ({ place }: { readonly place: Place }): boolean => !fixed.has(keyOf(place));
    return [
      ...hitsFor(
        methodCalls,
        (call) => call.of !== 'own' && methods.test(call.name) && isOpen(call),
        ({ name }) => `\`${name}\` depends on the language of the machine.`,
      ),
      ...hitsFor(
        reaches,
        (reach) =>
          reach.usage !== 'test' &&
          (reach.path === 'Intl' || isLanguage(reach.path)) &&
          isOpen(reach),
        ({ path }) => `\`${path}\` depends on the language of the machine.`,
      ),
    ];
  },
};

const keyOf = ({ line, column, endLine, endColumn }: Place): string =>
  `${line}:${column}-${endLine}:${endColumn}`;
