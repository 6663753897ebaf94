import { isFunction } from '../../../node.ts';
import { havoc } from './havoc.ts';
import { GaveUp, Thrown, type Machine } from './machine.ts';
import { bindPattern } from './places.ts';
import { hoist, runStatements } from './statements.ts';
import type { Cell } from './thing.ts';
import { isAnyNumber, Unknown, type Thing } from './thing.ts';

const deepestCalls = 14;

/** Calls a function of the text; `given` undefined where the arguments are not known. */
export function callFunction(
  machine: Machine,
  target: Cell,
  given: readonly Thing[] | undefined,
  self: Thing,
): Thing {
  const { node, scope } = target;
  if (!node || !scope || !isFunction(node) || node.generator) return machine.memory.fresh();
  if (++machine.depth > deepestCalls) throw new GaveUp();
  const isEntry = machine.depth === 1 && node === machine.frame.node;
  const before = machine.frame;
  const isArrow = node.type === 'ArrowFunctionExpression';
  const inner = machine.scope(scope, isArrow ? scope.self : self);
  machine.frame = { node, scope: inner, mayHaveLeft: false };
  try {
    const open = given?.findIndex(isAnyNumber) ?? 0;
    node.params.forEach((parameter, index) => {
      const isOpen = given === undefined || (open >= 0 && index >= open);
      const value = isEntry
        ? new Unknown(`given@${parameter.start}`)
        : isOpen
          ? machine.memory.fresh()
          : given[index];
      const rest = parameter.type === 'RestElement';
      bindPattern(machine, parameter, rest ? machine.memory.fresh() : value);
    });
    let result: Thing;
    if (node.body.type !== 'BlockStatement') result = machine.value(node.body);
    else {
      hoist(machine, node.body.body);
      const completion = runStatements(machine, node.body.body);
      if (completion?.kind === 'throw') throw new Thrown();
      result = completion?.kind === 'return' ? completion.value : undefined;
    }
    if (machine.frame.mayHaveLeft && !isEntry) {
      havoc(machine, node);
      result = machine.memory.fresh();
    }
    return node.async ? machine.memory.fresh() : result;
  } finally {
    machine.frame = before;
    machine.depth--;
  }
}
