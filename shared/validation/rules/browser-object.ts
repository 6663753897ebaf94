import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { browserObjects } from './hosts/browser-objects.ts';

/** `URL` parses addresses honestly; only its door to new scripts is dangerous. */
const isDangerous = (path: string, member: string | undefined): boolean =>
  path === 'URL' ? member === 'createObjectURL' : browserObjects.has(path);

export const browserObject: Rule = {
  id: 'browser-object',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: "The browser's own objects",
  explain:
    'The page, its storage, its cookies and its messages belong to whoever opened the workbench, not to a strategy.',
  fix: 'Keep state in fields of the strategy: `this.count = 0`.',
  bad: [
    { code: "localStorage.getItem('key');", at: 'localStorage' },
    { code: 'const cookie = document.cookie;', at: 'document' },
    { code: "window['navigator'].sendBeacon('https://x.test', '1');", at: "window['navigator']" },
  ],
  good: [
    'const history = [];\nhistory.push(1);',
    'const bar = { open: () => 1 };\nbar.open();',
    'function f(document) {\n  return document.title;\n}',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage, member }) => isDangerous(path, member) && usage !== 'test',
      ({ path }) => `\`${path}\` belongs to the browser, not to a strategy.`,
    ),
};
