import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

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
  fix: 'Use toFixed, toISOString and plain comparison.',
  bad: [
    { code: 'const f = (x) => x.toLocaleString();', at: 'x.toLocaleString()' },
    { code: 'const f = (a, b) => a.localeCompare(b);', at: 'a.localeCompare(b)' },
    { code: 'const format = new Intl.NumberFormat();', at: 'Intl' },
  ],
  good: [
    'const f = (x) => x.toFixed(2);',
    'const f = (bar) => new Date(bar.time).toISOString();',
    'const Intl = 1;\nconst x = Intl + 1;',
  ],
  check: ({ methodCalls, reaches }) => [
    ...hitsFor(
      methodCalls,
      ({ name, of }) => methods.test(name) && of !== 'own',
      ({ name }) => `\`${name}\` depends on the language of the machine.`,
    ),
    ...hitsFor(
      reaches,
      ({ path, usage }) => (path === 'Intl' || isLanguage(path)) && usage !== 'test',
      ({ path }) => `\`${path}\` depends on the language of the machine.`,
    ),
  ],
};
