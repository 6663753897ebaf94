import type { PythonEvaluator } from './evaluate.ts';
import { mayBeHanded } from './handed-modules.ts';
import { memberPath } from './imported-names.ts';
import { namedOf, childOf, nameOf, type PythonNode } from './node.ts';
import { pathValue, union, unknown, type Value, type Values } from './value.ts';

const longestPath = 200;

/** What a member can be: of a module the path goes on, of the text's own things what it stores. */
export function memberOf(values: Values, name: string, evaluator: PythonEvaluator): Values {
  return union(values.map((value) => memberOfOne(value, name, evaluator)));
}

function memberOfOne(value: Value, name: string, evaluator: PythonEvaluator): Values {
  switch (value.kind) {
    case 'path':
      if (value.path.length > longestPath) return unknown;
      return withHanded([pathValue(memberPath(value.path, name))], value, name, evaluator);
    case 'text':
    case 'list':
    case 'table':
      return [{ kind: 'method', of: value, name }];
    case 'instance':
      return ofClass(value.of, name, evaluator);
    case 'class':
      return ofClass(value.node, name, evaluator);
    default:
      return withHanded(
        stored(name, evaluator, [{ kind: 'unknown', member: name }]),
        value,
        name,
        evaluator,
      );
  }
}

/** With what the member is if its owner is a module that the text hands on, or a function's module. */
function withHanded(
  values: Values,
  owner: Value,
  name: string,
  { handedModules }: PythonEvaluator,
): Values {
  // The language's own functions belong to the module of its own names.
  if (name === '__self__') return union([values, [pathValue('builtins:')]]);
  if (handedModules.length === 0 || !mayBeHanded(owner)) return values;
  return union([values, handedModules.map((module) => pathValue(memberPath(module, name)))]);
}

function stored(name: string, evaluator: PythonEvaluator, other: Values): Values {
  const nodes = evaluator.stored.members.get(name) ?? [];
  return nodes.length === 0
    ? other
    : union([...nodes.map((node) => evaluator.valuesOf(node)), other]);
}

function ofClass(node: PythonNode, name: string, evaluator: PythonEvaluator): Values {
  const own = evaluator.scopes.of(node).variables.get(name);
  const inClass = (own?.bindings ?? []).map(({ source }) => evaluator.valuesOfSource(source));
  const kept = evaluator.stored.members.get(name) ?? [];
  const all = [...inClass, ...kept.map((one) => evaluator.valuesOf(one))];
  return all.length > 0 ? union(all) : inherited(node, name, evaluator);
}

/** From the classes it is made of, those of modules included. */
function inherited(node: PythonNode, name: string, evaluator: PythonEvaluator): Values {
  const bases = namedOf(childOf(node, 'superclasses') ?? node).filter(
    ({ kind }) => kind === 'identifier' || kind === 'attribute',
  );
  const list = childOf(node, 'superclasses') ? bases : [];
  const own = childOf(node, 'name');
  const values = list
    .filter((base) => !(own && nameOf(own) === nameOf(base)))
    .map((base) =>
      memberOf(
        evaluator.valuesOf(base).filter((one) => one.kind !== 'unknown'),
        name,
        evaluator,
      ),
    );
  return union([...values, [{ kind: 'unknown', member: name }]]);
}
