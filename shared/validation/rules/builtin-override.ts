import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { browserObjects } from './hosts/browser-objects.ts';
import { hostObjects } from './hosts/host-objects.ts';
import { isBlacklisted } from './modules/blacklist.ts';

/** `window.location = …`, `fs.readFile = …`: reaching for these at all is a finding of its own. */
function isOfHost(path: string): boolean {
  const module = path.lastIndexOf(':');
  if (module >= 0) return isBlacklisted(path.slice(0, module));
  const [root = ''] = path.split('.');
  return browserObjects.has(root) || hostObjects.has(root);
}

export const builtinOverride: Rule = {
  id: 'builtin-override',
  family: 'security',
  severity: 'error',
  points: score.builtinOverride,
  languages: ['javascript', 'python'],
  title: 'A built-in is replaced',
  explain:
    'The engine and the indicators use the same Math, Array and JSON: a replaced one gives wrong figures without a word.',
  fix: 'Give your function its own name.',
  bad: [
    { code: 'Math.max = () => 1;', at: 'Math.max' },
    {
      code: 'Object.assign(JSON, { parse: () => 1 });',
      at: 'Object.assign(JSON, { parse: () => 1 })',
    },
    { code: 'globalThis.isNaN = () => false;', at: 'globalThis.isNaN' },
    { code: 'delete Array.prototype.map;', at: 'Array.prototype.map' },
  ],
  good: [
    'const limits = { max: 1 };\nlimits.max = 2;',
    'const location = { x: 1 };\nlocation.x = 2;',
    'class A {\n  constructor() {\n    this.Math = 1;\n  }\n}',
    'const math = Object.assign({}, { max: 1 });',
  ],
  check: ({ sharedWrites }) =>
    hitsFor(
      sharedWrites,
      ({ path }) => !isOfHost(path),
      ({ path }) => `\`${path.replace(':', '.')}\` is changed for all code in the sandbox.`,
    ),
};
