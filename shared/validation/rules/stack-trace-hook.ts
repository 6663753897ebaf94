import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const names = new Set(['prepareStackTrace', 'captureStackTrace', 'stackTraceLimit']);

export const stackTraceHook: Rule = {
  id: 'stack-trace-hook',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: 'A hook into stack traces',
  explain:
    "Error.prepareStackTrace receives the engine's own call sites, and from them functions outside the sandbox: the classic way out.",
  fix: 'Remove it; errors are reported with their line anyway.',
  bad: [
    { code: 'Error.prepareStackTrace = (e, sites) => sites;', at: 'Error.prepareStackTrace' },
    { code: "Error['prepare' + 'StackTrace'] = 1;", at: "Error['prepare' + 'StackTrace']" },
    { code: 'const x = {};\nError.captureStackTrace(x);', at: 'Error.captureStackTrace' },
  ],
  good: [
    "throw new Error('no data');",
    "const text = 'prepareStackTrace';",
    'const f = (error) => error.stack;',
  ],
  check: ({ attributes }) =>
    hitsFor(
      attributes,
      ({ name }) => names.has(name),
      ({ name }) => `\`${name}\` sees who called the strategy.`,
    ),
};
