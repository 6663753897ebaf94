import type { Source } from './binding.ts';
import type { PythonEvaluator } from './evaluate.ts';
import { itemsOf } from './items.ts';
import { childOf, nameOf, namedOf, type PythonNode } from './node.ts';
import { listValue, union, unknown, type Values } from './value.ts';

type ParameterSource = Extract<Source, { how: 'parameter' }>;

/** Calls of a function that are looked at for what they pass. */
const mostCalls = 40;

/** What a parameter can be: what the text's own calls pass, the default, and what others may pass. */
export function argumentsFor(source: ParameterSource, evaluator: PythonEvaluator): Values {
  const { of: definition, index, name, takes, fallback } = source;
  if (takes !== 'one') return takes === 'list' ? [listValue(undefined)] : unknown;
  const owner = classAround(definition);
  if (owner !== undefined && index === 0 && !isStatic(definition)) {
    const isOfClass = decoratorsOf(definition).includes('classmethod');
    return isOfClass ? [{ kind: 'class', node: owner }] : [{ kind: 'instance', of: owner }];
  }
  const calls = callsOf(definition, owner !== undefined, evaluator);
  const shift = owner !== undefined && !isStatic(definition) ? 1 : 0;
  const passed = calls.slice(0, mostCalls).map((call) => {
    const argument = argumentOf(call, index - shift, name);
    if (argument === undefined) return fallback ? [] : unknown;
    return evaluator.valuesOf(argument);
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
