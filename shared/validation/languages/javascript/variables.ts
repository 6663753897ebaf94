import type { Variable } from './scopes/scope.ts';
import { fromConcrete, primitive } from './coerce.ts';
import type { Evaluator } from './evaluate.ts';
import { parentOf, type AnyNode, type NodeOf } from './node.ts';
import { patternValue } from './patterns.ts';
import { instanceOf, moduleValue, single, undefinedValue, union, type Values } from './value.ts';

/** All that a variable can hold: its declarations and every assignment to it, wherever it stands. */
export function variableValue(evaluator: Evaluator, variable: Variable): Values {
  if (variable.name === 'arguments' && variable.defs.length === 0) return instanceOf('arguments');
  let isGiven = false;
  let values: Values = [];
  const add = (more: Values): void => {
    isGiven = true;
    values = union(values, more);
  };
  for (const { type, node, name } of variable.defs) {
    if (type === 'ImportBinding') add([imported(node)]);
    else if (type === 'FunctionName' || type === 'ClassName') {
      add(evaluator.evaluate(node));
    } else if (type === 'Parameter' || type === 'CatchClause') {
      add(patternValue(evaluator, name));
    }
  }
  eachWrittenValue(evaluator, variable, add);
  return isGiven ? values : undefinedValue;
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
function eachWrittenValue(
  evaluator: Evaluator,
  { references }: Variable,
  add: (values: Values) => void,
): void {
  let sum: string | undefined;
  for (const reference of references) {
    if (!reference.isWrite()) continue;
    const identifier = reference.identifier;
    const parent = parentOf(identifier);
    if (parent?.type === 'AssignmentExpression' && parent.operator === '+=') {
      const value = single(evaluator.evaluate(parent.right));
      const part = value && primitive(value);
      if (sum !== undefined && part !== undefined) sum += String(part.value);
      else sum = undefined;
      add(
        (sum === undefined ? undefined : fromConcrete(sum)) ?? patternValue(evaluator, identifier),
      );
      continue;
    }
    const written = patternValue(evaluator, identifier);
    const only = single(written);
    const start = only && primitive(only);
    sum = typeof start?.value === 'string' ? start.value : undefined;
    add(written);
  }
}
