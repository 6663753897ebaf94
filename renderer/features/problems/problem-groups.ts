import { severities } from '../../../shared/validation/types.ts';
import type { Problem } from './problems-state.ts';

export const groupings = ['severity', 'family', 'rule', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export const sortings = ['line', 'severity', 'points', 'rule'] as const;
export type Sorting = (typeof sortings)[number];

/** How the list is looked at. */
export interface ProblemsView {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: string;
  /** Ids of the groups that are folded. */
  readonly folded: readonly string[];
}

export const initialProblemsView: ProblemsView = {
  grouping: 'severity',
  sorting: 'line',
  filter: '',
  folded: [],
};

export interface ProblemGroup {
  readonly id: string;
  /** '' for a list without groups. */
  readonly title: string;
  readonly points: number;
  readonly problems: readonly Problem[];
  readonly folded: boolean;
}

const titles: Readonly<Record<string, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Hints',
  run: 'Stopped the run',
  syntax: 'Syntax',
  security: 'Security',
  'look-ahead': 'Look-ahead',
  determinism: 'Not repeatable',
};

/** The groups' order where it is not that of their problems: the gravest first. */
const order = ['run', 'syntax', ...severities, 'security', 'look-ahead', 'determinism'];

const keys: Readonly<Record<Grouping, (problem: Problem) => string>> = {
  severity: ({ severity }) => severity,
  family: ({ family }) => family,
  rule: ({ source }) => source,
  none: () => '',
};

/** Those that match every word of the filter, sorted, in their groups. */
export function groupProblems(
  problems: readonly Problem[],
  { grouping, sorting, filter, folded }: ProblemsView,
): ProblemGroup[] {
  const sorted = problems
    .filter((problem) => matches(problem, filter))
    .toSorted((a, b) => comparisons[sorting](a, b) || inText(a, b));
  const groups = [...Map.groupBy(sorted, keys[grouping])].map(([key, members]) => ({
    id: `${grouping}:${key}`,
    title: grouping === 'rule' ? key : (titles[key] ?? ''),
    points: members.reduce((sum, { points }) => sum + points, 0),
    problems: members,
    folded: folded.includes(`${grouping}:${key}`),
  }));
  if (grouping === 'rule') return groups.sort((a, b) => b.points - a.points || byText(a.id, b.id));
  return groups.sort((a, b) => placeOf(a.id) - placeOf(b.id));
}

const placeOf = (id: string): number => order.indexOf(id.slice(id.indexOf(':') + 1));

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inText = (a: Problem, b: Problem): number => a.line - b.line || a.column - b.column;

const comparisons: Readonly<Record<Sorting, (a: Problem, b: Problem) => number>> = {
  line: inText,
  severity: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  points: (a, b) => b.points - a.points,
  rule: (a, b) => byText(a.source, b.source),
};

export function matches({ message, fix, source, family }: Problem, filter: string): boolean {
  const text = `${message} ${fix} ${source} ${family}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
