import type { PythonEvaluator } from './evaluate.ts';
import { childOf, namedOf, type PythonNode } from './node.ts';
import { functions } from './scope.ts';
import { union, unknown, type Values } from './value.ts';
import { spend } from '../work.ts';

const mostReturns = 20;

/** What a function of the text gives back, whoever calls it. */
export function returnsOf(definition: PythonNode, evaluator: PythonEvaluator): Values {
  const body = childOf(definition, 'body');
  if (body === undefined) return unknown;
  if (definition.kind === 'lambda') return evaluator.valuesOf(body);
  const values: Values[] = [];
  const waiting = [body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (functions.has(node.kind) || node.kind === 'class_definition') continue;
    if (node.kind === 'return_statement') {
      const [value] = namedOf(node);
      if (value !== undefined) values.push(evaluator.valuesOf(value));
      if (values.length > mostReturns) return unknown;
    } else if (node.kind === 'yield') return unknown;
    else waiting.push(...node.children);
  }
  spend(values.length);
  return values.length === 0 ? unknown : union(values);
}
