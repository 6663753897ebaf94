import type { Source } from './binding.ts';
import type { PythonEvaluator } from './evaluate.ts';
import { itemsOf } from './items.ts';
import { childOf, nameOf, namedOf, type PythonNode } from './node.ts';
import { listValue, union, unknown, type Value, type Values } from './value.ts';

type ParameterSource = Extract<Source, { how: 'parameter' }>;

/** Calls of a function that are looked at for what they pass. */
const mostCalls = 40;

/** What a parameter can be: what the text's own calls pass, the default, and what others may pass. */
export function argumentsFor(source: ParameterSource, evaluator: PythonEvaluator): Values {
  const { of: definition, index, name, takes, fallback } = source;
  const owner = classAround(definition);
  if (owner !== undefined && index === 0 && !isStatic(definition)) {
    const isOfClass = decoratorsOf(definition).includes('classmethod');
    return isOfClass ? [{ kind: 'class', node: owner }] : [{ kind: 'instance', of: owner }];
  }
  const calls = callsOf(definition, owner !== undefined, evaluator);
  const shift = owner !== undefined && !isStatic(definition) ? 1 : 0;
  if (takes !== 'one') return [gathered(calls, takes, index - shift, evaluator)];
  const passed = calls.slice(0, mostCalls).map((call) => {
    return passedAt(call, index - shift, name, evaluator) ?? (fallback ? [] : unknown);
  });
  const walked = (evaluator.callSites.handedTo.get(definition) ?? [])
    .slice(0, mostCalls)
    .map((call) => elementsIn(call, definition, evaluator));
  const others = calls.length === 0 || calls.length > mostCalls || owner ? [unknown] : [];
  return union([
    ...passed,
    ...walked,
    ...(fallback ? [evaluator.valuesOf(fallback)] : []),
    ...others,
  ]);
}

/** What `*args` or `**options` take from each call. */
function gathered(
  calls: readonly PythonNode[],
  takes: 'list' | 'table',
  from: number,
  evaluator: PythonEvaluator,
): Value {
  const passed = calls.slice(0, mostCalls).map((call) => evaluator.passedTo(call));
  if (takes === 'table')
    return {
      kind: 'table',
      entries: new Map(passed.flatMap(({ named }) => [...named])),
      isWhole: false,
    };
  const lists = passed.map(({ list }) => list.slice(Math.max(0, from)));
  const [only, second] = lists;
  if (second === undefined) return listValue(only);
  const entries = new Map(lists.flat().map((values, index) => [`\0${index}`, values] as const));
  return { kind: 'table', entries, isWhole: false };
}

/** What `map` and its like hand to a function: the elements of what they are given besides. */
function elementsIn(call: PythonNode, definition: PythonNode, evaluator: PythonEvaluator): Values {
  const given = namedOf(childOf(call, 'arguments') ?? call);
  const others = given.filter((one) => one !== definition && one.kind !== 'keyword_argument');
  return union(others.map((one) => union(itemsOf(evaluator.valuesOf(one)) ?? [])));
}

function callsOf(
  definition: PythonNode,
  isMethod: boolean,
  { callSites }: PythonEvaluator,
): readonly PythonNode[] {
  const name = childOf(definition, 'name');
  const direct = callSites.ofFunction.get(definition) ?? [];
  return isMethod && name ? [...direct, ...(callSites.ofMember.get(nameOf(name)) ?? [])] : direct;
}

/** The argument at a place or by name; undefined where it is not written. */
export function argumentOf(call: PythonNode, index: number, name: string): PythonNode | undefined {
  const list = namedOf(childOf(call, 'arguments') ?? call);
  for (const argument of list) {
    if (argument.kind !== 'keyword_argument') continue;
    const key = childOf(argument, 'name');
    if (key && nameOf(key) === name) return childOf(argument, 'value');
  }
  const plain = list.filter(({ kind }) => kind !== 'keyword_argument');
  const hasSplat = plain.slice(0, index + 1).some(({ kind }) => /_splat$/.test(kind));
  return index < 0 || hasSplat ? undefined : plain[index];
}

/** What is passed at a place or by name, out of a list or a table with stars as well. */
export function passedAt(
  call: PythonNode,
  index: number,
  name: string,
  evaluator: PythonEvaluator,
): Values | undefined {
  const argument = argumentOf(call, index, name);
  if (argument !== undefined) return evaluator.valuesOf(argument);
  if (!namedOf(childOf(call, 'arguments') ?? call).some(({ kind }) => /_splat$/.test(kind)))
    return undefined;
  const { list, named } = evaluator.passedTo(call);
  return named.get(name) ?? (index < 0 ? undefined : list[index]);
}

/** The class whose method this is. */
export function classAround(definition: PythonNode): PythonNode | undefined {
  const { parent } = definition;
  const around = parent?.kind === 'decorated_definition' ? parent.parent : parent;
  return around?.parent?.kind === 'class_definition' ? around.parent : undefined;
}

export function decoratorsOf({ parent }: PythonNode): string[] {
  if (parent?.kind !== 'decorated_definition') return [];
  const decorators = parent.children.filter(({ kind }) => kind === 'decorator');
  return decorators.map((node) => node.source.slice(node.start + 1, node.end).trim());
}

const isStatic = (definition: PythonNode): boolean =>
  decoratorsOf(definition).includes('staticmethod');
