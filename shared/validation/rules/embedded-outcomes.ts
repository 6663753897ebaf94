import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const embeddedOutcomes: Rule = {
  id: 'embedded-outcomes',
  family: 'look-ahead',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
  title: 'A table of outcomes in the text',
  explain:
    'Dated trades, prices or directions were written down after the fact: on those days nobody knew them.',
  fix: 'Decide from the bars. A calendar that was known in advance, such as holidays, needs no outcomes.',
  bad: [
    {
      code: "const plan = { '2020-02-19': 'sell', '2020-03-23': 'buy', '2020-09-02': 'sell' };\nexport const side = (day) => plan[day];",
      at: "{ '2020-02-19': 'sell', '2020-03-23': 'buy', '2020-09-02': 'sell' }",
    },
    {
      code: "const moves = new Map([['2024-01-02', 1], ['2024-01-03', -1], ['2024-01-04', 1]]);\nexport const move = (day) => moves.get(day);",
      at: "new Map([['2024-01-02', 1], ['2024-01-03', -1], ['2024-01-04', 1]])",
    },
    {
      code: 'const good = [1, 0, 1, 1, 0, 0, 1, 0, 1, 1];\nclass A {\n  onBar() {\n    return good[this.barIndex];\n  }\n}',
      at: '[1, 0, 1, 1, 0, 0, 1, 0, 1, 1]',
    },
  ],
  good: [
    "const holidays = new Set(['2024-01-01', '2024-07-04', '2024-12-25']);\nexport const isOpen = (day) => !holidays.has(day);",
    "const early = { '2024-07-03': '13:00', '2024-11-29': '13:00', '2024-12-24': '13:00' };\nexport const close = (day) => early[day] ?? '16:00';",
    'const byMonth = [1, 1, 0.5, 1, 0, 0, 0.5, 0, 0, 1, 1, 1];\nexport const weight = (month) => byMonth[month];',
  ],
  check: ({ futureReads }) =>
    hitsFor(
      futureReads,
      ({ how }) => how === 'outcomes',
      () => 'This table tells what happened on its dates: nobody knew it then.',
    ),
};
