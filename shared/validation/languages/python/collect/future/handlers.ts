import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, enclosing, nameOf, type PythonNode } from '../../node.ts';
import { classAround } from '../../passed.ts';
import { functions } from '../../scope.ts';
import { memberCall } from './arguments.ts';
import { spend } from '../../../work.ts';

/** Methods in which all that is handed over has happened already. */
const names = /^(?:on_\w+|next|handle_\w+|generate_signals|update|initialize|__init__)$/;

const deepest = 20;

/** Whether a node stands in code that is handed one bar after the other, whoever calls it. */
export function isInHandler(node: PythonNode, evaluator: PythonEvaluator): boolean {
  for (let at = enclosing(node, functions); at !== undefined; at = enclosing(at, functions)) {
    if (isHandler(at, evaluator)) return true;
  }
  return false;
}

/** Whether a function knows the past only: a handler, or one that handlers alone call. */
export function isHandler(definition: PythonNode, evaluator: PythonEvaluator, depth = 0): boolean {
  const name = childOf(definition, 'name');
  if (name !== undefined && names.test(nameOf(name))) return true;
  const known = evaluator.handlers.get(definition);
  if (known !== undefined || depth > deepest) return known ?? false;
  spend(1);
  // A function that calls itself is no reason for or against.
  evaluator.handlers.set(definition, true);
  const callers = callersOf(definition, evaluator).filter((around) => around !== definition);
  const isOne =
    callers.length > 0 &&
    callers.every((around) => around !== undefined && isWithin(around, evaluator, depth));
  evaluator.handlers.set(definition, isOne);
  return isOne;
}

function isWithin(around: PythonNode, evaluator: PythonEvaluator, depth: number): boolean {
  for (let at: PythonNode | undefined = around; at !== undefined; at = enclosing(at, functions)) {
    if (isHandler(at, evaluator, depth + 1)) return true;
  }
  return false;
}

/** The functions around each call; undefined for a call of the module's own. */
function callersOf(
  definition: PythonNode,
  { callSites }: PythonEvaluator,
): (PythonNode | undefined)[] {
  const name = childOf(definition, 'name');
  const byName =
    name && classAround(definition) ? (callSites.ofMember.get(nameOf(name)) ?? []) : [];
  const direct = callSites.ofFunction.get(definition) ?? [];
  return [...direct, ...byName].map((call) => enclosing(call, functions));
}

/** Whether a function is only handed windows of the past: `close.rolling(9).apply(f)`. */
export function isOfWindows(definition: PythonNode, evaluator: PythonEvaluator): boolean {
  const { callSites } = evaluator;
  const handed = callSites.handedTo.get(definition) ?? [];
  const called = callSites.ofFunction.get(definition) ?? [];
  return (
    handed.length > 0 && called.length === 0 && handed.every((call) => isWindowed(call, evaluator))
  );
}

function isWindowed(call: PythonNode, evaluator: PythonEvaluator): boolean {
  const member = memberCall(call, evaluator);
  return (
    member !== undefined &&
    /^(?:apply|agg|aggregate)$/.test(member.name) &&
    isWindow(member.object, evaluator)
  );
}

/** `close.rolling(9)`, whatever follows it. */
function isWindow(node: PythonNode, evaluator: PythonEvaluator): boolean {
  let at: PythonNode | undefined = node;
  while (
    at !== undefined &&
    !/^(?:rolling|expanding)$/.test(memberCall(at, evaluator)?.name ?? '')
  ) {
    at = childOf(at, 'function') ?? childOf(at, 'object') ?? childOf(at, 'value');
  }
  return at !== undefined;
}
