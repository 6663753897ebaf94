import type { HashOrder } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { itemsOf } from '../items.ts';
import { bare, childOf, enclosing, nameOf, namedOf, placeOf, type PythonNode } from '../node.ts';
import { functions } from '../scope.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn } from '../value.ts';

/** What takes the elements one after the other, and keeps that order. */
const keepers =
  /^(?:list|tuple|next|iter|enumerate|zip|map|filter|str\.join|itertools:\w+|dict\.fromkeys)$/;

/** What the elements go into without their order mattering. */
const heedless = /^(?:sorted|sum|len|min|max|any|all|set|frozenset|math:fsum)$/;

/** Hashes of texts, addresses, and walks over sets of texts: each process has its own order. */
export function collectHashOrders(survey: PythonSurvey, evaluator: PythonEvaluator): HashOrder[] {
  return [
    ...survey.ofKind('call').flatMap((call) => hashed(call, evaluator)),
    ...survey
      .ofKind('for_statement', 'for_in_clause', 'call', 'list_splat')
      .filter((node) => keepsOrder(node, evaluator))
      .flatMap((node) => walkedIn(node))
      .filter((walked) => isSetOfTexts(walked, evaluator, 0))
      .map((walked): HashOrder => ({ how: 'set', place: placeOf(walked) })),
  ];
}

function hashed(call: PythonNode, evaluator: PythonEvaluator): HashOrder[] {
  const callee = childOf(call, 'function');
  const paths = callee ? pathsIn(evaluator.valuesOf(callee)) : [];
  const isAddress = paths.includes('id');
  if (!isAddress && !(paths.includes('hash') && !isInHash(call))) return [];
  const [of] = namedOf(childOf(call, 'arguments') ?? call);
  if (of === undefined) return [];
  const isNumber = evaluator.valuesOf(of).every(({ kind }) => kind === 'number');
  return isNumber && !isAddress ? [] : [{ how: 'hash', place: placeOf(call) }];
}

/** A class says there how its things are told apart; nobody decides by it. */
function isInHash(call: PythonNode): boolean {
  const around = enclosing(call, functions);
  const name = around && childOf(around, 'name');
  return name !== undefined && nameOf(name) === '__hash__';
}

function keepsOrder(node: PythonNode, evaluator: PythonEvaluator): boolean {
  if (node.kind === 'for_in_clause') return !isHeedless(node, evaluator);
  if (node.kind !== 'call') return true;
  const callee = childOf(node, 'function');
  if (callee === undefined) return false;
  if (pathsIn(evaluator.valuesOf(callee)).some((path) => keepers.test(path)))
    return !isHeedless(node, evaluator);
  const name = childOf(callee, 'attribute');
  return name !== undefined && /^(?:join|pop|extend)$/.test(nameOf(name));
}

/** `sorted(x for x in names)`, `{x for x in names}`. */
function isHeedless(node: PythonNode, evaluator: PythonEvaluator): boolean {
  const around = node.kind === 'call' ? node : node.parent;
  if (around === undefined || around.kind === 'set_comprehension') return true;
  const list = around.parent?.kind === 'argument_list' ? around.parent : undefined;
  const call = list?.parent ?? (around.field === 'arguments' ? around.parent : undefined);
  const callee = call?.kind === 'call' ? childOf(call, 'function') : undefined;
  return (
    callee !== undefined && pathsIn(evaluator.valuesOf(callee)).some((path) => heedless.test(path))
  );
}

function walkedIn(node: PythonNode): PythonNode[] {
  if (node.kind === 'list_splat') return namedOf(node);
  if (node.kind !== 'call') return [childOf(node, 'right')].filter((one) => one !== undefined);
  const callee = childOf(node, 'function');
  const name = callee && childOf(callee, 'attribute');
  const owner = callee && childOf(callee, 'object');
  if (name && owner && nameOf(name) === 'pop') return [owner];
  return namedOf(childOf(node, 'arguments') ?? node);
}

const unions = /^(?:union|intersection|difference|symmetric_difference|copy)$/;
const deepest = 10;

function isSetOfTexts(node: PythonNode, evaluator: PythonEvaluator, depth: number): boolean {
  const at = bare(node);
  if (depth > deepest) return false;
  const inner = (one: PythonNode | undefined): boolean =>
    one !== undefined && isSetOfTexts(one, evaluator, depth + 1);
  switch (at.kind) {
    case 'set':
    case 'set_comprehension':
      return holdsText(at, evaluator);
    case 'identifier': {
      const [binding, more] = evaluator.variableOf(at)?.bindings ?? [];
      const { source } = binding ?? {};
      return more === undefined && source?.how === 'value' && inner(source.node);
    }
    case 'binary_operator':
      return inner(childOf(at, 'left')) || inner(childOf(at, 'right'));
    case 'call': {
      const callee = childOf(at, 'function');
      const [first] = namedOf(childOf(at, 'arguments') ?? at);
      if (callee === undefined) return false;
      if (pathsIn(evaluator.valuesOf(callee)).some((path) => /^(?:set|frozenset)$/.test(path)))
        return first !== undefined && (holdsText(first, evaluator) || inner(first));
      const name = childOf(callee, 'attribute');
      return name !== undefined && unions.test(nameOf(name)) && inner(childOf(callee, 'object'));
    }
    default:
      return false;
  }
}

const holdsText = (node: PythonNode, evaluator: PythonEvaluator): boolean =>
  (itemsOf(evaluator.valuesOf(node)) ?? []).some((item) =>
    item.some(({ kind }) => kind === 'text'),
  );
