import type { Language } from '../types.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const timers: Readonly<Record<Language, RegExp>> = {
  javascript:
    /^(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|requestIdleCallback)$/,
  python: /^time:sleep$/,
};

export const timer: Rule = {
  id: 'timer',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'A timer depends on the clock',
  explain:
    'A backtest runs as fast as it can: what a timer does would fall on another bar each time. The sandbox has none.',
  fix: 'Count bars: keep a number and compare it in onBar.',
  bad: [
    { code: 'setTimeout(() => {}, 10);', at: 'setTimeout(() => {}, 10)' },
    { code: 'queueMicrotask(() => {});', at: 'queueMicrotask(() => {})' },
    { code: 'const later = setInterval;\nlater(() => {}, 5);', at: 'later(() => {}, 5)' },
  ],
  good: [
    'const setTimeout = (f) => f();\nsetTimeout(() => 1);',
    'const timers = { setInterval: 1 };\nconst x = timers.setInterval;',
    "const text = 'setTimeout';",
  ],
  inPython: {
    fix: 'Count bars: keep a number and compare it in on_bar.',
    bad: [
      { code: 'import time\ntime.sleep(1)', at: 'time.sleep(1)' },
      { code: 'from time import sleep as wait\nwait(2)', at: 'wait(2)' },
      { code: 'import time\npause = time.sleep\npause(3)', at: 'pause(3)' },
    ],
    good: [
      'import time\nday = time.strptime("2020", "%Y")',
      'class Engine:\n    def sleep(self):\n        return 1\nx = Engine().sleep()',
      "text = 'time.sleep(1)'",
    ],
  },
  check: ({ calls, language }) =>
    hitsFor(
      calls,
      (call) => timers[language].test(call.path) && call.arguments[0]?.isText !== true,
      ({ path }) => `\`${path}\` does not run in a backtest.`,
    ),
};
