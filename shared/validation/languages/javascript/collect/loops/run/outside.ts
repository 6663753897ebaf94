import type { Variable } from '../../../scopes/scope.ts';
import { parentOf } from '../../../node.ts';
import { isReadingMethod } from '../built-in-methods.ts';
import { knownValue } from '../known-values.ts';
import type { Machine } from './machine.ts';
import { Unknown, type Thing } from './thing.ts';

/** What a variable holds that the imagined run has not come by: one of the text around it. */
export function outsideValue(machine: Machine, variable: Variable): Thing {
  const [definition, ...others] = variable.defs;
  const name = `${variable.name}@${definition?.name.range?.[0] ?? ''}`;
  if (definition === undefined || others.length > 0) return new Unknown(name);
  let outermost = machine.frame.scope;
  while (outermost.outer) outermost = outermost.outer;
  const keep = (value: Thing): Thing => {
    machine.memory.set(outermost.slots, variable, value);
    return value;
  };
  if (definition.type === 'FunctionName' || definition.type === 'ClassName') {
    return keep(machine.closure(definition.node, outermost));
  }
  const writes = variable.references.filter((reference) => reference.isWrite());
  if (writes.length > 1) return new Unknown(`${name}#${machine.epoch}`);
  const declaration = definition.node;
  if (definition.type !== 'Variable' || declaration.type !== 'VariableDeclarator') {
    return new Unknown(name);
  }
  const { id, init } = declaration;
  if (machine.isWhole || id.type !== 'Identifier' || !init) return new Unknown(name);
  const known = knownValue(machine.evaluator, init);
  if (known !== undefined) return known.value;
  if (/^(?:Arrow)?FunctionExpression$/.test(init.type)) return keep(machine.value(init));
  const isTable = /^(?:Object|Array)Expression$/.test(init.type) && isUntouched(variable);
  return isTable ? keep(machine.value(init)) : new Unknown(name);
}

/** Only read, and never handed on: what it holds is what it was made with. */
function isUntouched(variable: Variable): boolean {
  return variable.references.every((reference) => {
    if (reference.isWrite()) return true;
    const node = reference.identifier;
    const member = parentOf(node);
    if (member?.type === 'ForOfStatement') return member.right === node;
    if (member?.type === 'SpreadElement') return true;
    if (member?.type !== 'MemberExpression' || member.object !== node) return false;
    const use = parentOf(member);
    switch (use?.type) {
      case 'AssignmentExpression':
        return use.left !== member;
      case 'UpdateExpression':
        return false;
      case 'UnaryExpression':
        return use.operator !== 'delete';
      case 'CallExpression':
        if (use.callee !== member) return true;
        return (
          !member.computed &&
          member.property.type === 'Identifier' &&
          isReadingMethod(member.property.name)
        );
      default:
        return use?.type !== 'ArrayPattern' && use?.type !== 'ForOfStatement';
    }
  });
}
