import type { Variable } from 'eslint-scope';
import { fromConcrete, primitive } from './coerce.ts';
import type { Evaluator } from './evaluate.ts';
import { parentOf, type AnyNode, type NodeOf } from './node.ts';
import { patternValue } from './patterns.ts';
import { instanceOf, moduleValue, single, undefinedValue, union, type Values } from './value.ts';

/** All that a variable can hold: its declarations and every assignment to it, wherever it stands. */
export function variableValue(evaluator: Evaluator, variable: Variable): Values {
  if (variable.name === 'arguments' && variable.defs.length === 0) return instanceOf('arguments');
  const values: Values[] = [];
  for (const { type, node, name } of variable.defs) {
    if (type === 'ImportBinding') values.push([imported(node as unknown as AnyNode)]);
    else if (type === 'FunctionName' || type === 'ClassName') {
      values.push(evaluator.evaluate(node as unknown as AnyNode));
    } else if (type === 'Parameter' || type === 'CatchClause') {
      values.push(patternValue(evaluator, name as unknown as AnyNode));
    }
  }
  const writes = variable.references
    .filter((reference) => reference.isWrite())
    .map(({ identifier }) => identifier as unknown as AnyNode);
  values.push(...writtenValues(evaluator, writes));
  return values.length === 0 ? undefinedValue : union(...values);
}

function imported(node: AnyNode): Values[number] {
  const declaration = parentOf(node) as NodeOf<'ImportDeclaration'>;
  const name = String(declaration.source.value);
  if (node.type !== 'ImportSpecifier') return moduleValue(name);
  const { imported: original } = node;
  const member = original.type === 'Identifier' ? original.name : String(original.value);
  return moduleValue(name, member === 'default' ? '' : member);
}

/** Texts are often put together step by step, `name += 'al'`: the steps are followed in the text's order. */
function writtenValues(evaluator: Evaluator, writes: readonly AnyNode[]): Values[] {
  const values: Values[] = [];
  let sum: string | undefined;
  for (const identifier of writes) {
    const parent = parentOf(identifier);
    if (parent?.type === 'AssignmentExpression' && parent.operator === '+=') {
      const value = single(evaluator.evaluate(parent.right));
      const part = value && primitive(value);
      if (sum !== undefined && part !== undefined) sum += String(part.value);
      else sum = undefined;
      values.push(
        (sum === undefined ? undefined : fromConcrete(sum)) ?? patternValue(evaluator, identifier),
      );
      continue;
    }
    const written = patternValue(evaluator, identifier);
    const only = single(written);
    const start = only && primitive(only);
    sum = typeof start?.value === 'string' ? start.value : undefined;
    values.push(written);
  }
  return values;
}
