import type { Loop } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import {
  bare,
  childOf,
  descendants,
  enclosing,
  nameOf,
  namedOf,
  placeOf,
  textOf,
  type PythonNode,
} from '../node.ts';
import { functions, isNoVariable } from '../scope.ts';
import type { PythonSurvey } from '../survey.ts';
import { endlessRecursions } from './endless-recursions.ts';
import { gathersWithoutEnd, isWithoutEnd } from './endless-walks.ts';

/** Loops whose condition stays true, walks over what has no end, and functions that only call themselves. */
export function collectLoops(survey: PythonSurvey, evaluator: PythonEvaluator): Loop[] {
  const whiles = survey.ofKind('while_statement').flatMap((node) => whileLoop(node, evaluator));
  const fors = survey.ofKind('for_statement').flatMap((node) => forLoop(node, evaluator));
  return [
    ...whiles,
    ...fors,
    ...gathersWithoutEnd(survey, evaluator),
    ...endlessRecursions(survey),
  ];
}

function whileLoop(node: PythonNode, evaluator: PythonEvaluator): Loop[] {
  const [condition, body] = [childOf(node, 'condition'), childOf(node, 'body')];
  if (condition === undefined || body === undefined || leaves(body)) return [];
  const place = headOf(node, body);
  if (isAlwaysTrue(condition, evaluator))
    return [{ reason: 'its condition is always true', place }];
  const names = new Set<string>();
  for (const part of descendants(condition)) {
    // What is called, or belongs to something, can change by itself.
    if (!quiet.has(part.kind) && part.isNamed) return [];
    if (part.kind === 'identifier' && !isNoVariable(part)) names.add(nameOf(part));
  }
  if (names.size === 0 || changesAny(body, names) || isShared(node, names, evaluator)) return [];
  return [{ reason: `nothing in it changes ${[...names].join(' or ')}`, place }];
}

const quiet = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'string',
  'string_start',
  'string_content',
  'string_end',
  'comparison_operator',
  'boolean_operator',
  'not_operator',
  'binary_operator',
  'unary_operator',
  'parenthesized_expression',
]);

function isAlwaysTrue(node: PythonNode, evaluator: PythonEvaluator): boolean {
  const inner = bare(node);
  if (inner.kind === 'true') return true;
  if (inner.kind === 'not_operator') {
    const [argument] = namedOf(inner);
    return argument !== undefined && /^(?:false|none)$/.test(bare(argument).kind);
  }
  if (inner.kind === 'integer') return Number(textOf(inner)) !== 0;
  if (inner.kind === 'string') return namedOf(inner).some(({ kind }) => kind === 'string_content');
  if (inner.kind === 'boolean_operator') {
    const isAny = inner.children.some(({ kind }) => kind === 'or');
    const parts = namedOf(inner).map((part) => isAlwaysTrue(part, evaluator));
    return isAny ? parts.includes(true) : !parts.includes(false);
  }
  if (inner.kind !== 'comparison_operator') return false;
  const [left, right] = namedOf(inner).map((part) => evaluator.valuesOf(part));
  const [a, b] = [left?.[0], right?.[0]];
  if (a?.kind !== 'number' || b?.kind !== 'number' || left?.length !== 1 || right?.length !== 1)
    return false;
  if (namedOf(inner).some(({ kind }) => kind !== 'integer' && kind !== 'float')) return false;
  return (
    a.number !== undefined &&
    a.number === b.number &&
    inner.children.some(({ kind }) => kind === '==')
  );
}

/** Whether the loop can be left: by break, return, raise, a generator's yield, or the end of the process. */
function leaves(body: PythonNode): boolean {
  const waiting = [body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (functions.has(node.kind) || node.kind === 'class_definition') continue;
    if (wayOut.has(node.kind)) return true;
    if (node.kind === 'break_statement' && !isOfInnerLoop(node, body)) return true;
    if (node.kind === 'if_statement' && isNever(node)) continue;
    if (node.kind === 'call' && stopper.test(textOf(node))) return true;
    waiting.push(...node.children);
  }
  return false;
}

const wayOut = new Set([
  'return_statement',
  'raise_statement',
  'yield',
  'assert_statement',
  'await',
]);
const stopper = /^(?:next|exit|quit|sys\.exit|input)\b/;

/** What follows a loop's `else` is no longer in it. */
function isOfInnerLoop(node: PythonNode, body: PythonNode): boolean {
  for (let at = node; at !== body && at.parent !== undefined; at = at.parent) {
    const isLoop = at.parent.kind === 'while_statement' || at.parent.kind === 'for_statement';
    if (isLoop && at.field === 'body') return true;
  }
  return false;
}

const isNever = (node: PythonNode): boolean => {
  const condition = childOf(node, 'condition');
  const isAlone = !node.children.some(({ field }) => field === 'alternative');
  return isAlone && condition !== undefined && /^(?:False|0|None)$/.test(textOf(bare(condition)));
};

function changesAny(body: PythonNode, names: ReadonlySet<string>): boolean {
  for (const node of descendants(body)) {
    if (
      node.kind === 'nonlocal_statement' ||
      node.kind === 'global_statement' ||
      node.kind === 'delete_statement'
    )
      return true;
    const isTarget = node.kind === 'identifier' && names.has(nameOf(node)) && isBound(node);
    // `queue.pop()` and `queue[0] = 1` change what the name stands for.
    const isUsed =
      node.kind === 'identifier' &&
      names.has(nameOf(node)) &&
      /^(?:attribute|subscript|argument_list)$/.test(node.parent?.kind ?? '');
    if (isTarget || (isUsed && node.parent?.kind !== 'argument_list')) return true;
  }
  return false;
}

function isBound(node: PythonNode): boolean {
  for (let at: PythonNode | undefined = node; at !== undefined; at = at.parent) {
    if (at.field === 'alias') return true;
    if (at.field === 'left') return /assignment|^for_/.test(at.parent?.kind ?? '');
    if (at.field === 'name' && at.parent?.kind === 'named_expression') return true;
    if (!/pattern|expression_list|tuple|list|identifier/.test(at.kind)) return false;
  }
  return false;
}

/** Another function can change it meanwhile. */
function isShared(
  loop: PythonNode,
  names: ReadonlySet<string>,
  evaluator: PythonEvaluator,
): boolean {
  const scope = evaluator.scopes.scopeOf(loop);
  return [...names].some((name) => {
    const variable = scope.find(name);
    if (variable === undefined) return true;
    return variable.bindings.some(
      ({ at }) =>
        evaluator.scopes.scopeOf(at).ownerOf(name) !== scope ||
        enclosing(at, functions) !== enclosing(loop, functions),
    );
  });
}

function forLoop(node: PythonNode, evaluator: PythonEvaluator): Loop[] {
  const [left, right, body] = [
    childOf(node, 'left'),
    childOf(node, 'right'),
    childOf(node, 'body'),
  ];
  if (left === undefined || right === undefined || body === undefined || leaves(body)) return [];
  const place = headOf(node, body);
  if (isWithoutEnd(right, evaluator)) return [{ reason: 'what it walks over has no end', place }];
  return grows(right, body) ? [{ reason: 'every round adds to what it walks over', place }] : [];
}

/** `for x in xs: xs.append(x)`, not under a condition. */
function grows(walked: PythonNode, body: PythonNode): boolean {
  if (walked.kind !== 'identifier') return false;
  const name = nameOf(walked);
  return namedOf(body).some((statement) => {
    const [call] = namedOf(statement);
    const callee = call?.kind === 'call' ? childOf(call, 'function') : undefined;
    const [object, method] = callee
      ? [childOf(callee, 'object'), childOf(callee, 'attribute')]
      : [];
    if (object?.kind !== 'identifier' || nameOf(object) !== name || method === undefined)
      return false;
    return nameOf(method) === 'append' || nameOf(method) === 'insert';
  });
}

/** The line that says how long it goes on. */
const headOf = (node: PythonNode, body: PythonNode) => {
  const end =
    node.children.filter(({ kind, end: at }) => kind === ':' && at <= body.start).at(-1)?.start ??
    node.end;
  return placeOf({ ...node, end });
};
