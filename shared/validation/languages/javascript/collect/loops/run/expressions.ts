import {
  isClass,
  isFunction,
  patternIn,
  unwrap,
  type AnyNode,
  type NodeOf,
} from '../../../node.ts';
import { resultOfCall, resultOfNew } from './calls.ts';
import { decide, tryBoth } from './choices.ts';
import { GaveUp, type Machine } from './machine.ts';
import { elementsOf, forgetElements, listCell, memberOf, storeMember } from './members.ts';
import { operated, unaryOf } from './operators.ts';
import { patternCell } from './pattern-calls.ts';
import { bindPattern, keyOf, propertyName } from './places.ts';
import { Cell, isPrimitive, named, textOf, Unknown, type Thing } from './thing.ts';

/** What an expression gives, with all that evaluating it does. */
export function valueOf(machine: Machine, expression: AnyNode): Thing {
  machine.spend();
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal': {
      const pattern = patternIn(node);
      return pattern ? patternCell(pattern.pattern, pattern.flags) : (node.value as Thing);
    }
    case 'Identifier':
      return nameValue(machine, node);
    case 'ThisExpression':
      return machine.frame.scope.self;
    case 'TemplateLiteral':
      return template(machine, node);
    case 'MemberExpression': {
      if (node.object.type === 'Super') return machine.memory.fresh();
      const object = valueOf(machine, node.object);
      if (node.optional && (object === undefined || object === null)) return undefined;
      const known = isPrimitive(object) ? undefined : ownPath(machine, node);
      return known ?? memberOf(machine, object, keyOf(machine, node));
    }
    case 'UnaryExpression':
      return unary(machine, node);
    case 'BinaryExpression': {
      if (node.left.type === 'PrivateIdentifier') return machine.memory.fresh();
      const left = valueOf(machine, node.left);
      return operated(machine, node.operator, left, valueOf(machine, node.right));
    }
    case 'LogicalExpression':
      return logical(machine, node.operator, valueOf(machine, node.left), node.right);
    case 'ConditionalExpression': {
      const truth = decide(machine, valueOf(machine, node.test));
      if (typeof truth === 'boolean')
        return valueOf(machine, truth ? node.consequent : node.alternate);
      return tryBoth(
        machine,
        truth,
        () => valueOf(machine, node.consequent),
        () => valueOf(machine, node.alternate),
      );
    }
    case 'AssignmentExpression':
      return assignment(machine, node);
    case 'UpdateExpression': {
      const before = valueOf(machine, node.argument);
      const number = isPrimitive(before) && typeof before !== 'bigint' ? Number(before) : before;
      const one = typeof before === 'bigint' ? 1n : 1;
      const after = operated(machine, node.operator === '++' ? '+' : '-', number, one);
      bindPattern(machine, node.argument, after, 'assign');
      return node.prefix ? after : number;
    }
    case 'SequenceExpression':
      return node.expressions.map((part) => valueOf(machine, part)).at(-1);
    case 'CallExpression':
      return resultOfCall(machine, node);
    case 'NewExpression':
      return resultOfNew(machine, node);
    case 'ArrayExpression':
      return listOf(machine, node.elements);
    case 'ObjectExpression':
      return tableOf(machine, node);
    case 'AwaitExpression': {
      const value = valueOf(machine, node.argument);
      // Whatever waits may run meanwhile.
      machine.disturb([]);
      return isPrimitive(value) ? value : machine.memory.fresh();
    }
    default:
      if (isFunction(node) || isClass(node)) return machine.closure(node, machine.frame.scope);
      if (node.type === 'YieldExpression' || node.type === 'TaggedTemplateExpression') {
        throw new GaveUp();
      }
      return machine.memory.fresh();
  }
}

function nameValue(machine: Machine, node: NodeOf<'Identifier'>): Thing {
  const variable = machine.evaluator.scopes.variableOf(node);
  if (variable !== undefined) return machine.variable(variable);
  if (node.name === 'undefined') return undefined;
  if (node.name === 'NaN') return NaN;
  return node.name === 'Infinity' ? Infinity : new Unknown(node.name);
}

/** What the text says of a member of something that it does not show: `this.step`, `Number.MAX_VALUE`. */
function ownPath(machine: Machine, node: NodeOf<'MemberExpression'>): Thing {
  const [value, ...others] = machine.evaluator.evaluate(node);
  if (value?.kind !== 'global' || others.length > 0) return undefined;
  const [owner, name] = value.path.split('.');
  const number = owner === 'Number' || owner === 'Math' ? constants[name ?? ''] : undefined;
  return number;
}

const constants: Readonly<Record<string, number>> = {
  EPSILON: Number.EPSILON,
  MAX_VALUE: Number.MAX_VALUE,
  MIN_VALUE: Number.MIN_VALUE,
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  POSITIVE_INFINITY: Infinity,
  NEGATIVE_INFINITY: -Infinity,
  NaN,
  PI: Math.PI,
  E: Math.E,
};

function template(machine: Machine, { quasis, expressions }: NodeOf<'TemplateLiteral'>): Thing {
  const parts = expressions.map((part) => valueOf(machine, part));
  if (parts.every(isPrimitive)) {
    return quasis
      .map(
        ({ value }, index) =>
          `${value.cooked ?? ''}${index < parts.length ? String(parts[index]) : ''}`,
      )
      .join('');
  }
  return parts.some((part) => part instanceof Cell)
    ? machine.memory.fresh()
    : named(`\`${parts.map(textOf).join('|')}@${quasis[0]?.start ?? ''}`, () =>
        machine.memory.fresh(),
      );
}

function unary(machine: Machine, node: NodeOf<'UnaryExpression'>): Thing {
  const { operator, argument } = node;
  if (operator === 'delete') {
    const target = unwrap(argument);
    if (target.type !== 'MemberExpression' || target.object.type === 'Super') return true;
    const object = valueOf(machine, target.object);
    const key = keyOf(machine, target);
    if (object instanceof Cell && object.kind === 'table' && isPrimitive(key)) {
      machine.memory.remove(object.slots, String(key));
    } else if (object instanceof Cell) machine.smudge(object);
    else storeMember(machine, object, key, undefined);
    return true;
  }
  const isGlobal =
    argument.type === 'Identifier' && machine.evaluator.scopes.variableOf(argument) === undefined;
  if (operator === 'typeof' && isGlobal) return machine.memory.fresh();
  return unaryOf(machine, operator, valueOf(machine, argument));
}

function logical(machine: Machine, operator: string, left: Thing, right: AnyNode): Thing {
  if (operator === '??') {
    if (isPrimitive(left)) return left ?? valueOf(machine, right);
    if (left instanceof Cell) return left;
    return tryBoth(
      machine,
      left,
      () => left,
      () => valueOf(machine, right),
    );
  }
  const truth = decide(machine, left);
  if (typeof truth === 'boolean')
    return truth === (operator === '&&') ? valueOf(machine, right) : left;
  const isAnd = operator === '&&';
  let other: Thing;
  tryBoth(
    machine,
    truth,
    () => (isAnd ? (other = valueOf(machine, right)) : undefined),
    () => (isAnd ? undefined : (other = valueOf(machine, right))),
  );
  const kind = isAnd ? 'and' : 'or';
  if (other === undefined || other instanceof Cell) other = isAnd === other instanceof Cell;
  const name = `(${textOf(left)}${operator}${textOf(other)})`;
  return name.length > 500
    ? machine.memory.fresh()
    : new Unknown(name, { kind, of: [left, other] });
}

function assignment(machine: Machine, node: NodeOf<'AssignmentExpression'>): Thing {
  const { left, right, operator } = node;
  if (operator === '=') {
    const value = valueOf(machine, right);
    bindPattern(machine, left, value, 'assign');
    return value;
  }
  const before = valueOf(machine, left);
  const plain = operator.slice(0, -1);
  if (plain === '&&' || plain === '||' || plain === '??') {
    const truth = plain === '??' ? undefined : decide(machine, before);
    if (plain === '??' && isPrimitive(before) && before !== undefined && before !== null)
      return before;
    if (typeof truth === 'boolean' && truth !== (plain === '&&')) return before;
    if (typeof truth === 'boolean' || before === undefined || before === null) {
      const value = valueOf(machine, right);
      bindPattern(machine, left, value, 'assign');
      return value;
    }
    valueOf(machine, right);
    const value = machine.memory.fresh();
    bindPattern(machine, left, value, 'assign');
    return value;
  }
  const value = operated(machine, plain, before, valueOf(machine, right));
  bindPattern(machine, left, value, 'assign');
  return value;
}

/** A list, with what is spread into it where that is known. */
export function listOf(machine: Machine, nodes: readonly (AnyNode | null)[]): Cell {
  const all: Thing[] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (node?.type !== 'SpreadElement') {
      all.push(node ? valueOf(machine, node) : undefined);
      continue;
    }
    const elements = elementsOf(valueOf(machine, node.argument));
    if (elements === undefined) isOpen = true;
    else all.push(...elements);
  }
  const list = listCell(machine, all);
  if (isOpen) {
    forgetElements(machine, list);
    machine.memory.set(list.slots, 'length', machine.memory.fresh('count'));
  }
  return list;
}

function tableOf(machine: Machine, { properties }: NodeOf<'ObjectExpression'>): Cell {
  const table = new Cell('table');
  for (const property of properties) {
    if (property.type === 'SpreadElement') {
      const from = valueOf(machine, property.argument);
      if (from instanceof Cell) for (const [key, value] of from.slots) table.slots.set(key, value);
      else if (!isPrimitive(from)) table.slots.set('*', true);
      continue;
    }
    if (property.kind !== 'init') throw new GaveUp();
    const key = propertyName(machine, property);
    const value = valueOf(machine, property.value);
    if (isPrimitive(key)) table.slots.set(String(key), value);
    else table.slots.set('*', true);
  }
  return table;
}
