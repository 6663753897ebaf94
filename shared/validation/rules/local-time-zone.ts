import type { MethodCall } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const alwaysLocal = /^(?:getTimezoneOffset|toDateString|toTimeString)$/;
const localParts = /^[gs]et(?:FullYear|Year|Month|Date|Day|Hours|Minutes)$/;

const isLocalName = (name: string): boolean => alwaysLocal.test(name) || localParts.test(name);

const isLocal = ({ name, of }: MethodCall): boolean =>
  (of === undefined || of === 'Date') && isLocalName(name);

export const localTimeZone: Rule = {
  id: 'local-time-zone',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'Depends on the time zone of the machine',
  explain: 'Bars are in UTC: on a machine elsewhere, a local day or month begins on another bar.',
  fix: 'Use the UTC methods: getUTCDay, getUTCMonth, Date.UTC.',
  bad: [
    { code: 'const f = (bar) => new Date(bar.time).getDay();', at: 'new Date(bar.time).getDay()' },
    { code: 'const f = (date) => date.getHours();', at: 'date.getHours()' },
    { code: 'const start = new Date(2020, 0, 1);', at: 'new Date(2020, 0, 1)' },
    { code: "const start = new Date('2020-01-01 09:30');", at: "new Date('2020-01-01 09:30')" },
    { code: 'const f = (bar) => `${new Date(bar.time)}`;', at: 'new Date(bar.time)' },
  ],
  good: [
    'const f = (bar) => new Date(bar.time).getUTCDay();',
    'class Plan {\n  getDay() {\n    return 1;\n  }\n  run() {\n    return this.getDay();\n  }\n}',
    "const start = new Date('2020-01-01');",
    "const start = new Date('2020-01-01T09:30:00Z');",
    'const f = (bar) => `${new Date(bar.time).toISOString()}`;',
    'const start = new Date(Date.UTC(2020, 0, 1));',
  ],
  inPython: {
    fix: 'Say the zone: `datetime.fromtimestamp(seconds, tz=timezone.utc)`.',
    bad: [
      {
        code: 'from datetime import datetime\ndef f(bar):\n    return datetime.fromtimestamp(bar.time)',
        at: 'datetime.fromtimestamp(bar.time)',
      },
      { code: 'import time\nx = time.localtime(0)', at: 'time.localtime(0)' },
      { code: 'from time import mktime\ndef f(t):\n    return mktime(t)', at: 'mktime(t)' },
    ],
    good: [
      'from datetime import datetime, timezone\ndef f(bar):\n    return datetime.fromtimestamp(bar.time, tz=timezone.utc)',
      'import pandas as pd\ndef f(bar):\n    return pd.Timestamp(bar.time)',
      'import time\nx = time.gmtime(0)',
    ],
  },
  check: ({ methodCalls, calls, machineDates }) => [
    ...hitsFor(
      methodCalls,
      isLocal,
      ({ name }) => `\`${name}\` depends on the time zone of the machine.`,
    ),
    ...hitsFor(
      calls,
      (call) => call.path === 'Date' && call.isNew && call.arguments.length > 1,
      () => 'This date is meant in the time zone of the machine.',
    ),
    ...hitsFor(
      calls,
      ({ path }) => path.startsWith('Date.prototype.') && isLocalName(path.slice(15)),
      () => 'This depends on the time zone of the machine.',
    ),
    ...hitsFor(
      machineDates,
      ({ how }) => how === 'local text',
      () => 'A date without its zone is read in that of the machine.',
    ),
    ...hitsFor(
      machineDates,
      ({ how }) => how === 'as text',
      () => 'As a text, a date is printed in the time zone of the machine.',
    ),
  ],
};
