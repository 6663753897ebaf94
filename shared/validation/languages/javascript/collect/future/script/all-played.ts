import type { AnyNode } from '../../../node.ts';
import type { Survey } from '../../../survey.ts';

/**
 * Whether a play came by every part of a text that may be left out: branches, what stands after `&&`,
 * loops and functions. What a play did not come by may read what it likes on another run.
 */
export function isAllPlayed(survey: Survey, played: ReadonlySet<AnyNode>): boolean {
  const starts = Float64Array.from(played, ({ start }) => start).sort();
  return arms(survey).every((arm) => isLeap(arm) || isWithin(starts, arm));
}

function arms(survey: Survey): readonly AnyNode[] {
  const branches = [
    ...survey.ofType('ConditionalExpression'),
    ...survey.ofType('IfStatement'),
  ].flatMap(({ consequent, alternate }) => [consequent, ...(alternate ? [alternate] : [])]);
  const bodies = [
    ...survey.ofType('ForStatement'),
    ...survey.ofType('ForOfStatement'),
    ...survey.ofType('ForInStatement'),
    ...survey.ofType('WhileStatement'),
    ...survey.ofType('ArrowFunctionExpression'),
    ...survey.ofType('FunctionExpression'),
    ...survey.ofType('FunctionDeclaration'),
    ...survey.ofType('CatchClause'),
  ].map(({ body }) => body);
  const rights = survey.ofType('LogicalExpression').map(({ right }) => right);
  const cases = survey.ofType('SwitchCase').flatMap(({ consequent }) => consequent.slice(0, 1));
  return [...branches, ...bodies, ...rights, ...cases];
}

/** It reads nothing. */
function isLeap(arm: AnyNode): boolean {
  if (arm.type === 'BlockStatement') return arm.body.every(isLeap);
  if (arm.type === 'ReturnStatement') return !arm.argument || isLeap(arm.argument);
  if (arm.type === 'UnaryExpression') return isLeap(arm.argument);
  return arm.type === 'Literal' || /^(?:Continue|Break|Empty)Statement$/.test(arm.type);
}

function isWithin(starts: Float64Array, { start, end }: AnyNode): boolean {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && (starts[low] as number) < end;
}
