import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const timers =
  /^(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|requestIdleCallback)$/;

export const timer: Rule = {
  id: 'timer',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
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
  check: ({ calls }) =>
    hitsFor(
      calls,
      ({ path, arguments: [first] }) => timers.test(path) && first?.isText !== true,
      ({ path }) => `\`${path}\` does not run in a backtest.`,
    ),
};
