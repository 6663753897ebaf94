import { isFixedRule, type Policy } from './policy.ts';
import { rules } from './rules/index.ts';
import { isBlacklisted } from './rules/modules/blacklist.ts';

/** What is wrong with one field of a policy; `path` leads to it. */
export interface PolicyProblem {
  readonly path: readonly string[];
  readonly message: string;
}

const largestPoints = 100;

/**
 * What makes a policy unsafe or without meaning; none for one that may be used. Thresholds may be
 * lower than the client's, and only the one for a review may be higher; HIGH never runs unasked,
 * CRITICAL never runs.
 */
export function problemsOf(policy: Policy): readonly PolicyProblem[] {
  return [
    ...thresholdProblems(policy),
    ...decisionProblems(policy),
    ...moduleProblems(policy),
  ].concat(overrideProblems(policy));
}

function thresholdProblems({ thresholds }: Policy): PolicyProblem[] {
  const { high, critical } = thresholds;
  const check = (name: keyof typeof thresholds, from: number, to: number): PolicyProblem[] => {
    const value = thresholds[name];
    if (Number.isInteger(value) && value >= from && value <= to) return [];
    const message = `${name} is ${value}; it must be a whole number from ${from} to ${to}.`;
    return [{ path: ['thresholds', name], message }];
  };
  return [
    ...check('critical', 1, 90),
    ...check('high', 1, Math.min(70, critical)),
    ...check('medium', 1, Math.max(1, Math.min(70, high))),
  ];
}

function decisionProblems({ decisions }: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const add = (level: string, message: string) =>
    problems.push({ path: ['decisions', level], message });
  if (decisions.HIGH === 'allow') {
    add('HIGH', 'HIGH never runs unasked: it may be "review" or "reject".');
  }
  if (decisions.CRITICAL !== 'reject') add('CRITICAL', 'CRITICAL is always "reject".');
  return problems;
}

function moduleProblems({ allowedModules }: Policy): PolicyProblem[] {
  const at = (index: number, message: string) => ({
    path: ['allowedModules', String(index)],
    message,
  });
  const missing = allowedModules.includes('stratbox')
    ? []
    : [
        {
          path: ['allowedModules'],
          message: '"stratbox" must be allowed: every strategy needs it.',
        },
      ];
  return missing.concat(
    allowedModules.flatMap((name, index) =>
      isBlacklisted(name)
        ? [at(index, `"${name}" reaches the machine and cannot be allowed.`)]
        : [],
    ),
  );
}

function overrideProblems({ overrides }: Policy): PolicyProblem[] {
  return Object.entries(overrides).flatMap(([id, { points }]) => {
    const at = (message: string, ...path: string[]) => [
      { path: ['overrides', id, ...path], message },
    ];
    if (isFixedRule(id))
      return at(`"${id}" says that a text could not be judged: it always counts.`);
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) return at(`There is no rule "${id}".`);
    if (points === undefined) return [];
    if (rule.family !== 'security') {
      return at(`"${id}" is of the family ${rule.family}, which has no points.`, 'points');
    }
    if (Number.isInteger(points) && points >= 0 && points <= largestPoints) return [];
    return at(
      `points is ${points}; it must be a whole number from 0 to ${largestPoints}.`,
      'points',
    );
  });
}
