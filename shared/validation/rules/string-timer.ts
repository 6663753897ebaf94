import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const timers = /^(?:setTimeout|setInterval|setImmediate|execScript)$/;

export const stringTimer: Rule = {
  id: 'string-timer',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'A timer is given text',
  explain: 'A timer that receives text instead of a function runs it as code, like eval.',
  fix: 'A backtest has no timers: do the work in onBar.',
  bad: [
    { code: "setTimeout('steal()', 0);", at: "setTimeout('steal()', 0)" },
    {
      code: "const code = 'a' + 'b';\nsetInterval(code, 1);",
      at: 'setInterval(code, 1)',
    },
    { code: 'const f = (x) => setTimeout(`go(${x})`);', at: 'setTimeout(`go(${x})`)' },
    {
      code: "setTimeout({ toString: () => 'steal()' });",
      at: "setTimeout({ toString: () => 'steal()' })",
    },
  ],
  good: [
    'const setTimeout = (text) => text.length;\nsetTimeout("x");',
    'class Clock {\n  setTimeout(text) {\n    return text;\n  }\n  run() {\n    return this.setTimeout("x");\n  }\n}',
    "const text = 'setTimeout(1)';",
  ],
  check: ({ calls }) =>
    hitsFor(
      calls,
      (call) => timers.test(call.path) && call.arguments[0]?.isText === true,
      ({ path }) => `\`${path}\` runs this text as code.`,
    ),
};
