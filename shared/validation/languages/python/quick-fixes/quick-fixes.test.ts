import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../corpus/read-samples.fixture.ts';
import { assess, rules } from '../../../index.ts';
import { loadPythonForTest } from '../../../load-python.fixture.ts';
import { examplesOf } from '../../../rule.ts';
import { applyEdits } from '../../javascript/quick-fixes/apply-edits.fixture.ts';
import { rulesWithQuickFix } from './index.ts';

await loadPythonForTest();

const findingsOf = (source: string) => assess(source, 'python').findings;
const fixed = (source: string) => {
  const { quickFix } = findingsOf(source).find((finding) => finding.quickFix) ?? {};
  return quickFix && applyEdits(source, quickFix.edits);
};

const strategy = (body: string, imports = 'import random') =>
  `${imports}\nfrom stratbox import Strategy\n\nclass A(Strategy):\n${body}\n`;
const onBar = (body: string, imports?: string) =>
  strategy(`    def on_bar(self, bar):\n        ${body}`, imports);
const column = (body: string) => `def positions(data):\n    return data['close'].${body}\n`;

/** Each with what it becomes; `undefined` where no change is safe. */
const cases: readonly (readonly [string, string, string | undefined])[] = [
  ['a draw', onBar('return random.random() > 0.5'), onBar('return self.random() > 0.5')],
  ['a draw by its name', onBar('return random() > 0.5', 'from random import random'), undefined],
  ['a draw between two', onBar('return random.uniform(0, 1)'), undefined],
  ['a draw handed on', onBar('return [f() for f in [random.random]]'), undefined],
  ['outside of a class', 'import random\nx = random.random()', undefined],
  [
    'a class of its own',
    'import random\nclass A:\n    def on_bar(self, bar):\n        return random.random()',
    undefined,
  ],
  [
    'a static method',
    strategy('    @staticmethod\n    def f(self):\n        return random.random()'),
    undefined,
  ],
  ['its own random', strategy('    def random(self):\n        return random.random()'), undefined],

  [
    'the clock',
    onBar('self.at = time.time()', 'import time'),
    onBar('self.at = (bar.time / 1000)', 'import time'),
  ],
  [
    'the moment in UTC',
    onBar(
      'self.day = datetime.now(timezone.utc).date()',
      'from datetime import datetime, timezone',
    ),
    onBar('self.day = bar.datetime.date()', 'from datetime import datetime, timezone'),
  ],
  [
    'the moment without a zone',
    onBar('x = datetime.now()', 'from datetime import datetime'),
    undefined,
  ],
  [
    'no bar',
    strategy('    def initialize(self):\n        self.at = time.time()', 'import time'),
    undefined,
  ],
  ['a bar that is changed', onBar('bar = None; self.at = time.time()', 'import time'), undefined],

  ['a shift ahead', column('shift(-1)'), column('shift(1)')],
  ['a shift ahead by its name', column('shift(periods=-5)'), column('shift(periods=5)')],
  ['bars ahead', onBar('return self.bar_ago(-2)'), onBar('return self.bar_ago(2)')],
  ['a change ahead', column('pct_change(-1)'), column('pct_change(1)')],
  ['a distance by name', `n = -1\n${column('shift(n)')}`, undefined],
  ['a roll', 'import numpy as np\ndef f(close):\n    return np.roll(close, -1)', undefined],

  ['a back-fill', column('bfill()'), column('ffill()')],
  ['a back-fill by its name', column("fillna(method='bfill')"), column("fillna(method='ffill')")],
  [
    'the nearest',
    column("reindex(days, method='nearest')"),
    column("reindex(days, method='ffill')"),
  ],
  ['a back-fill by a variable', `m = 'bfill'\n${column('fillna(method=m)')}`, undefined],
  ['a line between', column('interpolate()'), undefined],

  ['a centre', column('rolling(5, center=True).mean()'), column('rolling(5).mean()')],
  [
    'a centre first',
    column('rolling(center=True, window=5).mean()'),
    column('rolling(window=5).mean()'),
  ],
  ['a centre by its place', column('rolling(5, 1, True).mean()'), undefined],

  [
    'a join ahead',
    "import pandas as pd\ndef f(a, b):\n    return pd.merge_asof(a, b, on='t', direction='forward')\n",
    "import pandas as pd\ndef f(a, b):\n    return pd.merge_asof(a, b, on='t', direction='backward')\n",
  ],
  [
    'a label',
    column('resample("W", label="left").last()'),
    column('resample("W", label="right").last()'),
  ],

  [
    "a set's order",
    "for s in {'a', 'b'}:\n    print(s)",
    "for s in sorted({'a', 'b'}):\n    print(s)",
  ],
  ["a set's first", "x = next(iter({'a', 'b'}))", undefined],

  ['an unused module', 'import os\nx = 1\n', 'x = 1\n'],
  ['an unused part', 'from helpers import mean\r\nx = 1\r\n', 'x = 1\r\n'],
  ['an unused module among others', 'import math, os\nx = math.pi\n', undefined],
  ['a used module', 'import os\nos.getcwd()\n', undefined],
  ['everything of a module', 'from helpers import *\nx = 1\n', undefined],
  ['the only statement of a block', 'def f():\n    import os\n', undefined],
  ['a statement beside others', 'import os; x = 1\n', undefined],
];

describe('quick fixes in Python', () => {
  it.each(cases)('%s', (_, before, after) => expect(fixed(before)).toBe(after));

  it('take their finding away, add none and leave a text that can be read', () => {
    const examples = rules.flatMap((rule) => examplesOf(rule, 'python')?.bad ?? []);
    const samples = readSamples('hostile', 'python');
    const texts = [
      ...cases.map(([, before]) => before),
      ...[...examples, ...samples].map(({ code }) => code),
    ];
    let tried = 0;
    for (const before of texts) {
      const findings = findingsOf(before);
      for (const { quickFix, ruleId } of findings) {
        if (!quickFix) continue;
        tried += 1;
        const after = findingsOf(applyEdits(before, quickFix.edits));
        const count = (list: typeof findings) => list.filter((one) => one.ruleId === ruleId).length;
        expect(count(after), before).toBeLessThan(count(findings));
        const known = findings.map((one) => one.ruleId);
        expect(
          after.filter((one) => !known.includes(one.ruleId)),
          before,
        ).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(60);
  });

  it('stay few however many findings there are', () => {
    const many = findingsOf(column(`shift(-1)\n${"    data['x'].shift(-1)\n".repeat(1000)}`));
    expect(many.filter(({ quickFix }) => quickFix).length).toBe(200);
  });

  it('are made for rules that look at Python', () => {
    const ids = rules.filter(({ languages }) => languages.includes('python')).map(({ id }) => id);
    for (const id of rulesWithQuickFix) expect(ids).toContain(id);
  });
});
