import type { Facts } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Hit, type Rule } from '../rule.ts';

const clocks =
  /^(?:Date\.now|performance(?:\..*)?|Temporal\.Now(?:\..*)?|process\.(?:hrtime|uptime|cpuUsage|resourceUsage)(?:\..*)?|console\.time(?:End|Log|Stamp)?)$/;

const pythonClocks =
  /^(?:datetime:(?:datetime\.(?:now|utcnow|today)|date\.today)|time:(?:time|time_ns|localtime|gmtime|ctime|asctime|monotonic\w*|perf_counter\w*|process_time\w*|thread_time\w*|clock|strftime)|pandas:(?:Timestamp|datetime)\.(?:now|utcnow|today))$/;

const momentOfRun = 'This is the moment of the run, not of the bar.';

export const wallClock: Rule = {
  id: 'wall-clock',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript', 'python'],
  title: "The machine's clock",
  explain:
    'In a backtest it is always now: the clock tells when the run happened, not which bar it is.',
  fix: 'Use bar.time: `new Date(bar.time)`.',
  bad: [
    { code: 'const now = Date.now();', at: 'Date.now' },
    { code: 'const now = new Date();', at: 'new Date()' },
    { code: 'const text = Date();', at: 'Date()' },
    { code: 'const start = performance.now();', at: 'performance.now' },
    { code: "const now = new Event('x').timeStamp;", at: "new Event('x').timeStamp" },
    { code: 'class Stamp extends Date {}\nconst now = new Stamp();', at: 'new Stamp()' },
  ],
  good: [
    'const f = (bar) => new Date(bar.time).getUTCMonth();',
    'const clock = { now: () => 1 };\nclock.now();',
    'const day = Date.UTC(2020, 0, 1);',
  ],
  inPython: {
    fix: 'Use the time of the bar: `bar.datetime`, or the index of the table.',
    bad: [
      { code: 'from datetime import datetime\nnow = datetime.now()', at: 'datetime.now' },
      { code: 'import time as t\nx = t.time()', at: 't.time' },
      { code: 'import pandas as pd\nx = pd.Timestamp.today()', at: 'pd.Timestamp.today' },
      { code: 'from time import perf_counter', at: 'perf_counter' },
    ],
    good: [
      'from datetime import datetime\nday = datetime(2020, 1, 1)',
      'def f(bar):\n    return bar.time.month',
      'class Clock:\n    def now(self):\n        return 1\nx = Clock().now()',
    ],
  },
  check: (facts) => [
    ...hitsFor(
      facts.reaches,
      ({ path }) =>
        (facts.language === 'python' ? pythonClocks : clocks).test(path) && path !== 'performance',
      ({ path }) =>
        `\`${path.replace(':', '.')}\` tells when the run happened, not which bar it is.`,
    ),
    ...datesOfNow(facts),
    ...hitsFor(
      facts.machineValues,
      ({ what }) => what === 'moment',
      ({ name }) => `\`${name}\` tells when the run happened, not which bar it is.`,
    ),
    ...hitsFor(
      facts.machineDates,
      ({ how }) => how === 'now',
      () => momentOfRun,
    ),
  ],
};

/** `new Date()` and `Date(…)`, which ignores its arguments, are the present moment. */
function datesOfNow({ calls }: Facts): Hit[] {
  return hitsFor(
    calls,
    (call) => call.path === 'Date' && (!call.isNew || call.arguments.length === 0),
    () => momentOfRun,
  );
}
