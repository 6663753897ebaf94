import type { Variable } from 'eslint-scope';
import type { Evaluator } from '../../evaluate.ts';
import { isFunction, parentOf, unwrap, type AnyNode, type FunctionLike } from '../../node.ts';
import { single } from '../../value.ts';

/** Where an index points, seen from the bar that is judged. */
export interface Position {
  /** The bar itself: handed in with the series, or the counter of a loop over it. */
  readonly from: 'current' | 'loop';
  /** The known part of the distance. */
  readonly distance: number;
  /** Something of unknown size is added, or taken away. */
  readonly more: boolean;
  readonly less: boolean;
}

const indexNames =
  /^(?:i|idx|index|t|barIndex|bar_index|currentIndex|current|currentBar|now|pos|cursor)$/;
const indexMembers = /^(?:index|barIndex|bar_index|currentIndex|currentBar|cursor|idx)$/;

/** The position that an index expression means; undefined where no current bar is in it. */
export function positionOf(evaluator: Evaluator, node: AnyNode, depth = 0): Position | undefined {
  const inner = unwrap(node);
  if (depth > 8) return undefined;
  switch (inner.type) {
    case 'Identifier':
      return ofName(evaluator, inner, depth);
    case 'MemberExpression': {
      const { property, computed } = inner;
      const isIndex =
        !computed && property.type === 'Identifier' && indexMembers.test(property.name);
      return isIndex ? at('current') : undefined;
    }
    case 'UpdateExpression': {
      const position = positionOf(evaluator, inner.argument, depth + 1);
      if (position === undefined || !inner.prefix) return position;
      return { ...position, distance: position.distance + (inner.operator === '++' ? 1 : -1) };
    }
    case 'BinaryExpression':
      return ofSum(evaluator, inner, depth);
    default:
      return undefined;
  }
}

const at = (from: Position['from']): Position => ({ from, distance: 0, more: false, less: false });

/** Certainly after the current bar. */
export const isLater = ({ distance, more, less }: Position): boolean =>
  !less && (distance > 0 || (more && distance >= 0));

function ofSum(
  evaluator: Evaluator,
  { left, right, operator }: Extract<AnyNode, { type: 'BinaryExpression' }>,
  depth: number,
): Position | undefined {
  if (operator !== '+' && operator !== '-') return undefined;
  const base = positionOf(evaluator, left, depth + 1);
  const other = operator === '+' ? positionOf(evaluator, right, depth + 1) : undefined;
  // `bars[index + step]`: a loop's counter is only the distance when a current bar is given.
  const isBase = base !== undefined && !(base.from === 'loop' && other?.from === 'current');
  const position = isBase ? base : other;
  const term = isBase ? right : left;
  if (position === undefined) return undefined;
  const sign = operator === '+' ? 1 : -1;
  const amount = amountOf(evaluator, term);
  if (amount !== undefined) return { ...position, distance: position.distance + sign * amount };
  if (countsFromBelow(evaluator, term)) return { ...position, less: true };
  return sign > 0 ? { ...position, more: true } : { ...position, less: true };
}

function amountOf(evaluator: Evaluator, node: AnyNode): number | undefined {
  const value = single(evaluator.evaluate(node));
  return value?.kind === 'constant' && typeof value.value === 'number' ? value.value : undefined;
}

/** A counter that starts below zero, `for (let j = -5; …)`, or a term that is itself negative. */
function countsFromBelow(evaluator: Evaluator, node: AnyNode): boolean {
  if (node.type === 'UnaryExpression' && node.operator === '-') return true;
  return evaluator
    .evaluate(node)
    .some(
      (value) => value.kind === 'constant' && typeof value.value === 'number' && value.value < 0,
    );
}

function ofName(
  evaluator: Evaluator,
  node: Extract<AnyNode, { type: 'Identifier' }>,
  depth: number,
): Position | undefined {
  const variable = evaluator.scopes.variableOf(node);
  const [definition] = variable?.defs ?? [];
  if (definition === undefined) return undefined;
  if (definition.type === 'Parameter') {
    const owner = definition.node as unknown as AnyNode;
    return isIndexParameter(owner, definition.name as unknown as AnyNode)
      ? at('current')
      : undefined;
  }
  if (definition.type !== 'Variable') return undefined;
  const declarator = definition.node as unknown as AnyNode;
  if (declarator.type !== 'VariableDeclarator') return undefined;
  const declaration = parentOf(declarator);
  const loop = declaration && parentOf(declaration);
  if (loop?.type === 'ForStatement' && loop.init === declaration) {
    return ofCounter(evaluator, loop, declarator, depth);
  }
  if (declarator.id.type === 'ObjectPattern') {
    return indexMembers.test(node.name) ? at('current') : undefined;
  }
  if (!declarator.init || declarator.id.type !== 'Identifier') return undefined;
  const position = positionOf(evaluator, declarator.init, depth + 1);
  return position && stepped(position, variable);
}

/** A counter that starts or ends at a place seen from the current bar: `for (let j = i + 1; …)`. */
function ofCounter(
  evaluator: Evaluator,
  { test, update }: Extract<AnyNode, { type: 'ForStatement' }>,
  { init }: Extract<AnyNode, { type: 'VariableDeclarator' }>,
  depth: number,
): Position {
  const start = init ? positionOf(evaluator, init, depth + 1) : undefined;
  if (start?.from !== 'current') return at('loop');
  const goesUp =
    (update?.type === 'UpdateExpression' && update.operator === '++') ||
    (update?.type === 'AssignmentExpression' && update.operator === '+=');
  if (!goesUp || test?.type !== 'BinaryExpression') return start;
  const end = positionOf(evaluator, test.right, depth + 1);
  if (end?.from !== 'current') return { ...start, more: true };
  return test.operator === '<' ? { ...end, distance: end.distance - (end.more ? 0 : 1) } : end;
}

/** `let j = i; j++`: moved on by steps that are not counted. */
function stepped(position: Position, variable: Variable | undefined): Position {
  let { more, less } = position;
  for (const { identifier } of variable?.references ?? []) {
    const parent = parentOf(identifier as unknown as AnyNode);
    if (parent?.type === 'UpdateExpression') {
      if (parent.operator === '++') more = true;
      else less = true;
    }
  }
  return { ...position, more, less };
}

const walkers = /^(?:map|forEach|filter|some|every|find|findIndex|flatMap|reduce)$/;

/** Named like an index, or the second parameter of a function that walks a list. */
function isIndexParameter(owner: AnyNode, name: AnyNode): boolean {
  if (!isFunction(owner)) return false;
  const parameter = plainParameter(name);
  if (parameter !== undefined && indexNames.test(parameter)) return true;
  const call = parentOf(owner);
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const { property } = call.callee;
  const index = property.type === 'Identifier' && property.name === 'reduce' ? 2 : 1;
  return (
    property.type === 'Identifier' && walkers.test(property.name) && owner.params[index] === name
  );
}

function plainParameter(node: AnyNode): string | undefined {
  if (node.type === 'AssignmentPattern') return plainParameter(node.left);
  return node.type === 'Identifier' ? node.name : undefined;
}

/** True when a function receives the current bar's index beside the series. */
export const hasIndexParameter = (node: FunctionLike): boolean =>
  node.params.some((parameter) => indexNames.test(plainParameter(parameter) ?? ''));
