import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const builtins = new Set(
  `Object Function Array String Number Boolean Symbol BigInt Math JSON Date RegExp Error Promise Proxy
  Reflect Map Set WeakMap WeakSet Float64Array parseInt parseFloat isNaN isFinite NaN Infinity
  undefined globalThis eval`.split(/\s+/),
);

export const builtinShadow: Rule = {
  id: 'builtin-shadow',
  family: 'security',
  severity: 'warning',
  points: score.builtinOverride,
  languages: ['javascript', 'python'],
  title: 'A built-in name is declared anew',
  explain:
    'Further down, this name no longer means what every reader takes it for; a reviewer reads one thing and another runs.',
  fix: 'Choose another name.',
  bad: [
    { code: 'const Math = { max: () => 1 };', at: 'Math' },
    { code: 'function parseInt() {\n  return 1;\n}', at: 'parseInt' },
    { code: 'class Date {}', at: 'Date' },
  ],
  good: [
    'const process = 1;\nconst fetch = 2;\nconst name = 3;',
    'const mathematics = { max: 1 };',
    'function f(Map) {\n  return Map;\n}',
  ],
  check: ({ moduleDeclarations }) =>
    hitsFor(
      moduleDeclarations,
      ({ name }) => builtins.has(name),
      ({ name }) => `\`${name}\` means something else from here on.`,
    ),
};
