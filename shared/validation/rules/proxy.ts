import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const proxy: Rule = {
  id: 'proxy',
  family: 'security',
  severity: 'warning',
  points: score.reflection,
  languages: ['javascript'],
  title: 'Proxy',
  explain:
    'A proxy answers every look at an object with its own code: what is read is not what is there.',
  fix: 'Use a class with getters.',
  bad: [
    { code: 'const p = new Proxy({}, {});', at: 'Proxy' },
    { code: 'const P = Proxy;', at: 'Proxy' },
    { code: 'const { proxy } = Proxy.revocable({}, {});', at: 'Proxy' },
  ],
  good: [
    'const proxyIndicator = 1;',
    'function f(Proxy) {\n  return Proxy;\n}',
    "const text = 'new Proxy';",
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => path === 'Proxy' && usage !== 'test',
      () => '`Proxy` answers every look at an object with its own code.',
    ),
};
