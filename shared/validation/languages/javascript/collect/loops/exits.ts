import { isFunction, parentOf, type AnyNode, type FunctionLike, type NodeOf } from '../../node.ts';
import type { Survey } from '../../survey.ts';
import { isInside, isLoop, within, type AnyLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { truthOf } from './truth.ts';

type Jump = NodeOf<
  'BreakStatement' | 'ReturnStatement' | 'ThrowStatement' | 'ContinueStatement' | 'YieldExpression'
>;

/** Every place inside a loop that may leave it, or go on with another loop around it. */
export function exitsOf(survey: Survey, loop: AnyLoop | FunctionLike): Jump[] {
  const jumps: Jump[] = [
    ...within(survey.ofType('BreakStatement'), loop),
    ...within(survey.ofType('ReturnStatement'), loop),
    ...within(survey.ofType('ThrowStatement'), loop),
    ...within(survey.ofType('YieldExpression'), loop),
    ...within(survey.ofType('ContinueStatement'), loop).filter(({ label }) => label),
  ];
  return jumps.filter((jump) => leaves(jump, loop));
}

/** Those `continue`s that begin the loop's next round. */
export function continuesOf(survey: Survey, loop: AnyLoop): NodeOf<'ContinueStatement'>[] {
  return within(survey.ofType('ContinueStatement'), loop).filter((jump) => targetOf(jump) === loop);
}

/** The loop, switch or labelled statement that a jump means. */
function targetOf(jump: NodeOf<'BreakStatement' | 'ContinueStatement'>): AnyNode | undefined {
  const name = jump.label?.name;
  for (let node = parentOf(jump); node && !isFunction(node); node = parentOf(node)) {
    if (name !== undefined) {
      if (node.type === 'LabeledStatement' && node.label.name === name) return innermost(node);
    } else if (isLoop(node)) return node;
    else if (jump.type === 'BreakStatement' && node.type === 'SwitchStatement') return node;
  }
  return undefined;
}

function innermost(label: NodeOf<'LabeledStatement'>): AnyNode {
  let body: AnyNode = label.body;
  while (body.type === 'LabeledStatement') ({ body } = body);
  return body;
}

function leaves(jump: Jump, loop: AnyNode): boolean {
  if (jump.type === 'BreakStatement' || jump.type === 'ContinueStatement') {
    const target = targetOf(jump);
    if (target === undefined || isReallyInside(target, loop)) return false;
    return jump.type === 'BreakStatement' || target !== loop;
  }
  for (let node = parentOf(jump); node && node !== loop; node = parentOf(node)) {
    if (isFunction(node)) return false;
    if (jump.type !== 'ThrowStatement' || node.type !== 'TryStatement' || !node.handler) continue;
    if (isInside(jump, node.block)) return false;
  }
  return true;
}

const isReallyInside = (node: AnyNode, loop: AnyNode): boolean =>
  node !== loop && isInside(node, loop);

/** Whether a jump can ever be reached: `if (false) break` and what stands behind `continue` cannot. */
export function isReachable(view: LoopView, jump: AnyNode): boolean {
  let child = jump;
  for (let parent = parentOf(jump); parent && child !== view.loop; parent = parentOf(parent)) {
    if (parent === view.loop) break;
    if (isShut(view, parent, child)) return false;
    child = parent;
  }
  return true;
}

function isShut(view: LoopView, parent: AnyNode, child: AnyNode): boolean {
  switch (parent.type) {
    case 'IfStatement':
      if (child === parent.consequent) return truthOf(view, parent.test) === 'false';
      return child === parent.alternate && truthOf(view, parent.test) === 'true';
    case 'ConditionalExpression':
      if (child === parent.consequent) return truthOf(view, parent.test) === 'false';
      return child === parent.alternate && truthOf(view, parent.test) === 'true';
    case 'LogicalExpression': {
      if (child !== parent.right || parent.operator === '??') return false;
      return truthOf(view, parent.left) === (parent.operator === '&&' ? 'false' : 'true');
    }
    case 'WhileStatement':
    case 'ForStatement':
      return child === parent.body && !!parent.test && truthOf(view, parent.test) === 'false';
    case 'BlockStatement':
    case 'SwitchCase': {
      const list = parent.type === 'BlockStatement' ? parent.body : parent.consequent;
      const index = list.indexOf(child as never);
      return list.slice(0, Math.max(index, 0)).some((before) => alwaysJumps(view, before));
    }
    case 'TryStatement':
      // What `finally` says last counts.
      return child !== parent.finalizer && !!parent.finalizer && jumpsBack(view, parent.finalizer);
    default:
      return false;
  }
}

/** A statement behind which nothing is reached. */
function alwaysJumps(view: LoopView, statement: AnyNode): boolean {
  switch (statement.type) {
    case 'ContinueStatement':
    case 'BreakStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some((inner) => alwaysJumps(view, inner));
    case 'IfStatement': {
      const truth = truthOf(view, statement.test);
      const yes = truth === 'false' || alwaysJumps(view, statement.consequent);
      const no =
        truth === 'true' || (!!statement.alternate && alwaysJumps(view, statement.alternate));
      return yes && no;
    }
    default:
      return false;
  }
}

/** `finally { continue; }` takes back every `return` and `throw` inside. */
const jumpsBack = (view: LoopView, block: NodeOf<'BlockStatement'>): boolean =>
  block.body.some(
    (statement) =>
      statement.type === 'ContinueStatement' && view.continues.some((jump) => jump === statement),
  );
