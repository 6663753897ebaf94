import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, nameOf, namedOf, textOf, type PythonNode } from '../../node.ts';
import { argumentOf } from '../../passed.ts';
import { numberIn, pathsIn } from '../../value.ts';
import { boundsIn, sliceOf } from './places.ts';
import { spend } from '../../../work.ts';

/** Under which bar a figure is put: before the one that it was read from, or where it is known. */
export type Landing = 'early' | 'in time';

const deepest = 6;

/**
 * Where a list that begins with what the second bar made known is put: it is filled up at its end, or
 * named by the first bars (`early`), or it is filled up at its beginning. Undefined where neither is seen.
 */
export function landingOfList(
  list: PythonNode,
  evaluator: PythonEvaluator,
  depth = 0,
): Landing | 'as long' | undefined {
  spend(1);
  for (let at = list; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (parent.kind === 'argument_list' || parent.kind === 'list' || parent.kind === 'tuple') {
      const landing = parent.kind === 'argument_list' ? inCall(parent, at, evaluator) : undefined;
      const ofParts =
        parent.kind === 'argument_list' ? undefined : amongParts(parent, at, evaluator);
      const isOn = landing === 'on';
      if (!isOn) return landing ?? ofParts;
    } else if (parent.kind === 'subscript') {
      return at.field === 'subscript' && /\br_$/.test(textOf(childOf(parent, 'value') ?? at))
        ? byPlace(parent.children.filter(({ field }) => field === 'subscript').indexOf(at))
        : undefined;
    } else if (parent.kind === 'binary_operator') {
      const other = bare(childOf(parent, at.field === 'left' ? 'right' : 'left') ?? at);
      if (childOf(parent, 'operator')?.kind === '+' && isListed(other))
        return at.field === 'left' ? 'early' : 'in time';
    } else if (parent.kind === 'attribute') {
      if (!barByBar.test(nameOf(childOf(parent, 'attribute') ?? parent))) return undefined;
    } else if (parent.kind === 'assignment') {
      return at.field === 'right' ? keptIn(parent, evaluator, depth) : undefined;
    } else if (parent.kind === 'return_statement') return 'as long';
    else if (!passesOn.test(parent.kind)) return undefined;
  }
  return undefined;
}

const passesOn =
  /^(?:parenthesized_expression|comparison_operator|unary_operator|not_operator|boolean_operator|call)$/;
const barByBar = /^(?:values|astype|tolist|to_list|to_numpy|copy|clip|round|abs|fillna)$/;
const passing =
  /^(?:list|tuple|numpy:(?:array|asarray|where|sign|abs|log|log1p|nan_to_num|maximum|minimum|clip|greater|less))$/;
const joining = /^numpy:(?:concatenate|hstack)$/;

const isListed = (node: PythonNode): boolean =>
  node.kind === 'list' ||
  (node.kind === 'binary_operator' && namedOf(node).some(({ kind }) => kind === 'list'));

const byPlace = (place: number): Landing => (place === 0 ? 'early' : 'in time');

/** One of several that are put end to end. */
function amongParts(
  parts: PythonNode,
  at: PythonNode,
  evaluator: PythonEvaluator,
): Landing | undefined {
  const call = parts.parent?.kind === 'argument_list' ? parts.parent.parent : undefined;
  if (call === undefined || !pathsOf(call, evaluator).some((path) => joining.test(path)))
    return undefined;
  return byPlace(namedOf(parts).indexOf(at));
}

function inCall(
  given: PythonNode,
  at: PythonNode,
  evaluator: PythonEvaluator,
): Landing | 'as long' | 'on' | undefined {
  const { parent: call } = given;
  if (call === undefined) return undefined;
  const paths = pathsOf(call, evaluator);
  const place = namedOf(given).indexOf(at);
  if (paths.some((path) => passing.test(path))) return 'on';
  if (paths.includes('numpy:append')) return byPlace(place);
  if (paths.includes('numpy:insert') && place === 0) return 'in time';
  if (place !== 0 || !paths.some((path) => /^pandas:(?:Series|DataFrame)$/.test(path)))
    return undefined;
  const index = argumentOf(call, 1, 'index');
  const slice = index && sliceOf(bare(index));
  if (slice === undefined) return 'as long';
  const [from, to] = boundsIn(slice);
  if (from !== undefined) return 'in time';
  const end = to && numberIn(evaluator.valuesOf(to));
  return end !== undefined && end < 0 ? 'early' : undefined;
}

function pathsOf(call: PythonNode, evaluator: PythonEvaluator): readonly string[] {
  const callee = childOf(call, 'function');
  return callee ? pathsIn(evaluator.valuesOf(callee)) : [];
}

/** What becomes of a list under its name: what it is filled up with, and where it goes. */
function keptIn(
  assignment: PythonNode,
  evaluator: PythonEvaluator,
  depth: number,
): Landing | 'as long' | undefined {
  const name = childOf(assignment, 'left');
  const variable = name?.kind === 'identifier' ? evaluator.variableOf(name) : undefined;
  if (name === undefined || variable === undefined || depth > deepest) return undefined;
  const reads = evaluator
    .readsOf(nameOf(name))
    .filter((read) => read.start > assignment.end && evaluator.variableOf(read) === variable);
  return firstOf(reads.map((read) => filledUp(read) ?? landingOfList(read, evaluator, depth + 1)));
}

/** `out.append(0)` after all, `out.insert(0, 0)` before all. */
export function filledUp(list: PythonNode): Landing | undefined {
  const { parent } = list;
  if (parent?.kind !== 'attribute' || parent.parent?.kind !== 'call') return undefined;
  const name = nameOf(childOf(parent, 'attribute') ?? parent);
  if (name === 'append' || name === 'extend') return 'early';
  return name === 'insert' || name === 'appendleft' ? 'in time' : undefined;
}

/** What tells most. */
export function firstOf<One extends Landing | 'as long'>(
  landings: readonly (One | undefined)[],
): One | undefined {
  for (const wanted of ['in time', 'early', 'as long']) {
    const found = landings.find((one) => one === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
