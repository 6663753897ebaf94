import { isClass, isFunction, unwrap, type AnyNode, type NodeOf } from '../../../node.ts';
import { propertyKey } from '../../../property-key.ts';
import { single } from '../../../value.ts';
import { changingMethods, isReadingMethod } from '../built-in-methods.ts';
import { constructorOf } from '../own-members.ts';
import { builtInCall, builtInNew } from './built-ins.ts';
import { havoc } from './havoc.ts';
import { methodResult } from './methods.ts';
import { GaveUp, type Machine } from './machine.ts';
import { elementsOf, memberOf, methodOf, storeMember } from './members.ts';
import { operated } from './operators.ts';
import { keyOf } from './places.ts';
import {
  anyNumber,
  Cell,
  isAnyNumber,
  isPrimitive,
  named,
  textOf,
  Unknown,
  type Thing,
} from './thing.ts';

function argumentsOf(machine: Machine, nodes: readonly AnyNode[]): Thing[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'SpreadElement') return [machine.value(node)];
    return elementsOf(machine.value(node.argument)) ?? [machine.memory.fresh(anyNumber)];
  });
}

export function resultOfCall(machine: Machine, node: NodeOf<'CallExpression'>): Thing {
  const callee = unwrap(node.callee);
  if (callee.type === 'Super') throw new GaveUp();
  if (callee.type === 'MemberExpression') return methodCall(machine, node, callee);
  const target = machine.value(callee);
  if (node.optional && (target === undefined || target === null)) return undefined;
  const given = argumentsOf(machine, node.arguments);
  if (target instanceof Cell) return machine.call(target, given);
  return outsideCall(machine, callee, target, given);
}

function methodCall(
  machine: Machine,
  node: NodeOf<'CallExpression'>,
  callee: NodeOf<'MemberExpression'>,
): Thing {
  if (callee.object.type === 'Super') throw new GaveUp();
  const object = machine.value(callee.object);
  const isGone = object === undefined || object === null;
  if (isGone && callee.optional) return undefined;
  if (isGone) throw new GaveUp();
  const key = keyOf(machine, callee);
  const given = argumentsOf(machine, node.arguments);
  if (!isPrimitive(key)) {
    machine.disturb([object, ...given]);
    return machine.memory.fresh();
  }
  const name = String(key);
  if (object instanceof Cell) {
    const own = ownMethod(machine, object, name);
    if (own !== undefined) return machine.call(own, given, object);
    if (object.kind === 'function' && (name === 'call' || name === 'apply')) {
      const [self, ...others] = given;
      return machine.call(object, name === 'call' ? others : elementsOf(others[0]), self);
    }
  }
  const known = methodResult(machine, object, name, given);
  if (known !== undefined) return known.value;
  return outsideCall(machine, callee, object, given);
}

function ownMethod(machine: Machine, object: Cell, name: string): Cell | undefined {
  if (object.kind === 'function' && object.node && isClass(object.node)) {
    const method = methodOf(machine, object.node, name, true);
    return method && new Cell('function', { node: method.value, scope: object.scope });
  }
  if (object.kind !== 'table' && object.kind !== 'list') return undefined;
  const isOwn = object.kind === 'table' || object.slots.has(name);
  const found = isOwn && !object.slots.has('*') ? memberOf(machine, object, name) : undefined;
  return found instanceof Cell && found.kind === 'function' ? found : undefined;
}

/** A function that the run has not come by: one of the text, of the language, or of nobody knows where. */
function outsideCall(
  machine: Machine,
  callee: AnyNode,
  target: Thing,
  given: readonly Thing[],
): Thing {
  const value = single(machine.evaluator.evaluate(callee));
  const isMethodOfAny = value?.kind === 'global' && value.path.includes('.prototype.');
  if (value?.kind === 'global' && !isMethodOfAny) return builtInCall(machine, value.path, given);
  if (value?.kind === 'module' && /^Strategy\.prototype\./.test(value.path)) {
    return machine.memory.fresh();
  }
  if (value?.kind === 'function' && isFunction(value.node)) {
    let outermost = machine.frame.scope;
    while (outermost.outer) outermost = outermost.outer;
    const isMethod = callee.type === 'MemberExpression';
    return machine.call(
      machine.closure(value.node, outermost),
      given,
      isMethod ? target : undefined,
    );
  }
  if (callee.type === 'MemberExpression' && !isPrimitive(target)) {
    const [name = ''] = propertyKey(machine.evaluator, callee);
    const result = openMethod(machine, target, name, given);
    if (result !== undefined) return result;
  }
  machine.disturb([target, ...given]);
  return machine.memory.fresh();
}

/** A method of something unknown that has the name of one of a list's, a set's or a text's. */
function openMethod(
  machine: Machine,
  object: Thing,
  name: string,
  given: readonly Thing[],
): Thing | undefined {
  if (isReadingMethod(name) && name !== 'next') {
    for (const thing of given) {
      if (thing instanceof Cell && thing.kind === 'function' && thing.node)
        havoc(machine, thing.node);
    }
    if (object instanceof Cell || given.some((thing) => thing instanceof Cell))
      return machine.memory.fresh();
    return named(
      `${textOf(object)}.${name}(${given.map(textOf).join(',')})#${machine.epoch}.${machine.keyEpochs.get('[]') ?? 0}`,
      () => machine.memory.fresh(),
    );
  }
  if (!changingMethods.has(name) || !(object instanceof Unknown)) return undefined;
  const length = memberOf(machine, object, 'length');
  machine.keyEpochs.set('[]', (machine.keyEpochs.get('[]') ?? 0) + 1);
  const isCounted = /^(?:push|unshift)$/.test(name) && !given.some(isAnyNumber);
  const grown = isCounted ? given.length : undefined;
  const result =
    grown === undefined ? machine.memory.fresh() : operated(machine, '+', length, grown);
  machine.epoch++;
  storeMember(
    machine,
    object,
    'length',
    grown === undefined ? machine.memory.fresh('count') : result,
  );
  return result;
}

export function resultOfNew(machine: Machine, node: NodeOf<'NewExpression'>): Thing {
  const target = machine.value(node.callee);
  const given = argumentsOf(machine, node.arguments);
  if (!(target instanceof Cell) || !target.node || !target.scope) {
    const value = single(machine.evaluator.evaluate(node.callee));
    if (value?.kind === 'global') return builtInNew(machine, value.path, given);
    machine.disturb(given);
    return machine.memory.fresh();
  }
  const made = new Cell('table', { node: target.node, scope: target.scope });
  if (!isClass(target.node)) {
    const result = machine.call(target, given, made);
    return result instanceof Cell ? result : made;
  }
  if (target.node.superClass) {
    machine.disturb(given);
    return machine.memory.fresh();
  }
  return instance(machine, target, made, given);
}

function instance(machine: Machine, target: Cell, made: Cell, given: readonly Thing[]): Cell {
  const { node, scope } = target;
  if (!node || !scope || !isClass(node)) return made;
  const before = machine.frame;
  machine.frame = { node, scope: machine.scope(scope, made), mayHaveLeft: false };
  try {
    for (const part of node.body.body) {
      if (part.type !== 'PropertyDefinition' || part.static) continue;
      const [key] = propertyKey(machine.evaluator, part);
      const value = part.value ? machine.value(part.value) : undefined;
      if (key === undefined) throw new GaveUp();
      machine.memory.set(made.slots, key, value);
    }
  } finally {
    machine.frame = before;
  }
  const maker = constructorOf(node);
  if (maker) machine.call(new Cell('function', { node: maker, scope }), given, made);
  return made;
}
