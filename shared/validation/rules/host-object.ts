import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { hostObjects } from './hosts/host-objects.ts';

export const hostObject: Rule = {
  id: 'host-object',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: "The host's own objects",
  explain:
    'process, require, Deno, Bun and their like lead from the strategy to the machine it runs on: its files, its environment, its commands.',
  fix: 'A strategy needs only `stratbox` and the bars; take settings from `this.parameters`.',
  bad: [
    { code: 'process.exit(1);', at: 'process' },
    { code: "const p = globalThis['proc' + 'ess'];", at: "globalThis['proc' + 'ess']" },
    { code: 'Deno.env.toObject();', at: 'Deno' },
    { code: 'const load = require;', at: 'require' },
  ],
  good: [
    'const process = (bar) => bar.close;\nprocess({ close: 1 });',
    'function require(value, text) {\n  if (!value) throw new Error(text);\n}\nrequire(true, "x");',
    'const job = { process: 1, module: 2 };\nconst sum = job.process + job.module;',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      // A call of `require` is judged by the module it names.
      ({ path, usage }) =>
        hostObjects.has(path) && usage !== 'test' && !(path === 'require' && usage === 'call'),
      ({ path }) => `\`${path}\` belongs to the machine, not to a strategy.`,
    ),
};
