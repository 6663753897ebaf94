import type { MachineDate } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { selfNames } from '../intrinsics.ts';
import { enclosingClass, isClass, placeOf, type AnyNode, type NodeOf } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';

type Maker = NodeOf<'NewExpression' | 'CallExpression'>;

/** Dates that differ from machine to machine: by its clock, or by its time zone. */
export function collectMachineDates(survey: Survey, evaluator: Evaluator): MachineDate[] {
  const dates: MachineDate[] = [];
  if (!reachesDate(evaluator)) return dates;
  const add = (how: MachineDate['how'], node: AnyNode): void => {
    dates.push({ how, place: placeOf(node) });
  };
  for (const node of survey.ofType('NewExpression')) {
    if (node.arguments.length === 0) {
      if (isSubclass(evaluator, node.callee)) add('now', node);
    } else if (isZoneless(evaluator, node.arguments) && isDateClass(evaluator, node.callee)) {
      add('local text', node);
    }
  }
  for (const node of survey.ofType('CallExpression')) ofCall(evaluator, node, add);
  for (const node of survey.ofType('TemplateLiteral')) {
    for (const part of node.expressions) if (isDate(evaluator, part)) add('as text', part);
  }
  for (const node of survey.ofType('BinaryExpression')) {
    if (node.operator !== '+') continue;
    for (const side of [node.left, node.right]) {
      if (isDate(evaluator, side)) add('as text', side);
    }
  }
  return dates;
}

/** Most texts have no dates at all; they need not be asked part by part. */
const reachesDate = ({ scopes }: Evaluator): boolean =>
  scopes.globals.some(({ identifier: { name } }) => name === 'Date' || selfNames.has(name));

function ofCall(
  evaluator: Evaluator,
  node: NodeOf<'CallExpression'>,
  add: (how: MachineDate['how'], node: AnyNode) => void,
): void {
  const { callee } = node;
  if (callee.type === 'Super') {
    const owner = enclosingClass(node);
    const isOfDate = owner?.superClass && isDateClass(evaluator, owner.superClass);
    if (isOfDate && node.arguments.length === 0) add('now', node);
    return;
  }
  if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
    const [name] = propertyKey(evaluator, callee);
    if (name === 'now' && isSubclass(evaluator, callee.object)) return add('now', node);
    if (name === 'toString' && isDate(evaluator, callee.object)) return add('as text', node);
    if (name === 'parse' && isDateClass(evaluator, callee.object)) {
      if (isZoneless(evaluator, node.arguments)) add('local text', node);
      return;
    }
  }
  const isString = evaluator
    .evaluate(callee)
    .some((value) => value.kind === 'global' && value.path === 'String');
  if (isString && node.arguments[0] && isDate(evaluator, node.arguments[0])) add('as text', node);
}

const isDate = (evaluator: Evaluator, node: AnyNode): boolean =>
  node.type !== 'SpreadElement' &&
  evaluator.evaluate(node).some((value) => value.kind === 'instance' && value.of === 'Date');

function isDateClass(evaluator: Evaluator, node: AnyNode): boolean {
  return (
    isSubclass(evaluator, node) ||
    evaluator.evaluate(node).some((value) => value.kind === 'global' && value.path === 'Date')
  );
}

/** `class Stamp extends Date`. */
function isSubclass(evaluator: Evaluator, node: AnyNode, depth = 0): boolean {
  return evaluator.evaluate(node).some((value) => {
    if (value.kind !== 'function' || !isClass(value.node) || depth > 5) return false;
    const { superClass } = value.node;
    if (!superClass) return false;
    const isDirect = evaluator
      .evaluate(superClass)
      .some((parent) => parent.kind === 'global' && parent.path === 'Date');
    return isDirect || isSubclass(evaluator, superClass, depth + 1);
  });
}

/** By the standard, a plain ISO day is UTC; with a time it needs its zone, and other forms are local. */
const utcDay = /^\s*[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?\s*$/;
const endsWithZone = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(?:\(.*\))?$/i;
const endsWithTime = /\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** A date's text that means another moment on a machine in another zone. */
function isZoneless(evaluator: Evaluator, args: Maker['arguments']): boolean {
  const [text] = args;
  if (text === undefined || args.length > 1 || text.type === 'SpreadElement') return false;
  const values = evaluator.evaluate(text);
  const texts = values.flatMap((value) =>
    value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [],
  );
  if (texts.some((value) => !utcDay.test(value) && !endsWithZone.test(value))) return true;
  return texts.length === 0 && endsWithTime.test(endOf(text));
}

/** The known end of a text put together: `${day}T09:30:00`, `day + ' 09:30'`. */
function endOf(node: AnyNode): string {
  if (node.type === 'TemplateLiteral') return node.quasis.at(-1)?.value.cooked ?? '';
  if (node.type === 'BinaryExpression' && node.operator === '+') return endOf(node.right);
  return node.type === 'Literal' ? String(node.value) : '';
}
