import { describe, expect, it } from 'vitest';
import { groupProblems, initialProblemsView, type ProblemsView } from './problem-groups.ts';
import type { Problem } from './problems-state.ts';

const problem = (changes: Partial<Problem>): Problem => ({
  key: `${changes.line}`,
  severity: 'warning',
  family: 'security',
  source: 'a-rule',
  points: 0,
  message: 'm',
  fix: 'f',
  line: 1,
  column: 1,
  quickFix: undefined,
  ...changes,
});

const problems = [
  problem({ line: 9, severity: 'error', source: 'dangerous-eval', points: 30 }),
  problem({ line: 2, source: 'endless-loop', points: 5, message: 'Never ends' }),
  problem({ line: 5, severity: 'error', family: 'look-ahead', source: 'later-bar' }),
  problem({ line: 7, severity: 'error', source: 'dangerous-eval', points: 30 }),
];

const grouped = (view: Partial<ProblemsView>) =>
  groupProblems(problems, { ...initialProblemsView, ...view }).map(
    ({ title, points, problems }) => [title, points, problems.map(({ line }) => line)],
  );

describe('groupProblems', () => {
  it('puts errors before warnings, each in the order of the text, with the sum of their points', () => {
    expect(grouped({})).toEqual([
      ['Errors', 60, [5, 7, 9]],
      ['Warnings', 5, [2]],
    ]);
  });

  it('groups by kind and by rule, the costliest first', () => {
    expect(grouped({ grouping: 'family' })).toEqual([
      ['Security', 65, [2, 7, 9]],
      ['Look-ahead', 0, [5]],
    ]);
    expect(grouped({ grouping: 'rule' })).toEqual([
      ['dangerous-eval', 60, [7, 9]],
      ['endless-loop', 5, [2]],
      ['later-bar', 0, [5]],
    ]);
  });

  it.each([
    ['line', [2, 5, 7, 9]],
    ['severity', [5, 7, 9, 2]],
    ['points', [7, 9, 2, 5]],
    ['rule', [7, 9, 2, 5]],
  ] as const)('sorts by %s', (sorting, lines) => {
    expect(grouped({ grouping: 'none', sorting })).toEqual([['', 65, lines]]);
  });

  it('keeps what matches every word', () => {
    expect(grouped({ filter: 'ENDS never' })).toEqual([['Warnings', 5, [2]]]);
    expect(grouped({ filter: 'look-ahead' })).toEqual([['Errors', 0, [5]]]);
    expect(grouped({ filter: 'nothing' })).toEqual([]);
  });

  it('knows which groups are folded', () => {
    const [errors, warnings] = groupProblems(problems, {
      ...initialProblemsView,
      folded: ['severity:error'],
    });
    expect([errors?.folded, warnings?.folded]).toEqual([true, false]);
  });
});
