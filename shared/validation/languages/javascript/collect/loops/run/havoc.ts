import type { Variable } from '../../../scopes/scope.ts';
import { unwrap, type AnyNode } from '../../../node.ts';
import { within } from '../loop-node.ts';
import type { Machine } from './machine.ts';
import { Cell } from './thing.ts';
import { Remembered } from '../../../remembered.ts';

/** What a loop or function may change becomes unknown: nobody knows how far it ran. */
export function havoc(machine: Machine, node: AnyNode, reached = new Set<unknown>()): void {
  if (reached.has(node)) return;
  reached.add(node);
  const { context, memory, scopes } = machine;
  const { regions, stores, changes, isOpen } = context.effects.of(node);
  for (const variable of new Set(regions.flatMap((region) => writtenIn(machine, region)))) {
    machine.spend(1 + scopes.length / 4);
    for (const { slots } of scopes) {
      if (slots.has(variable)) memory.set(slots, variable, memory.fresh());
    }
  }
  const objects: AnyNode[] = [];
  for (const { object } of stores) objects.push(object);
  for (const { callee } of changes)
    if (callee.type === 'MemberExpression') objects.push(callee.object);
  if (objects.length === 0 && !isOpen) return;
  machine.epoch++;
  machine.shadows.clear();
  const roots = objects.map((object) => rootOf(machine, object));
  const isAll = isOpen || roots.includes(undefined);
  for (const { slots, self } of scopes) {
    machine.spend(1 + slots.size / 4);
    for (const [variable, value] of slots) {
      if (value instanceof Cell && (isAll || roots.includes(variable)))
        machine.smudge(value, reached);
    }
    if (isAll || roots.includes('this')) machine.smudge(self, reached);
  }
}

function rootOf(machine: Machine, object: AnyNode): Variable | 'this' | undefined {
  let node = unwrap(object);
  while (node.type === 'MemberExpression') node = unwrap(node.object);
  if (node.type === 'ThisExpression') return 'this';
  return node.type === 'Identifier' ? machine.evaluator.scopes.variableOf(node) : undefined;
}

const written = new Remembered<AnyNode, readonly Variable[]>();

/** The variables that a piece of code assigns. */
function writtenIn({ context, evaluator }: Machine, region: AnyNode): readonly Variable[] {
  const known = written.get(region);
  if (known !== undefined) return known;
  const { survey } = context;
  const targets: AnyNode[] = [
    ...within(survey.ofType('AssignmentExpression'), region).map(({ left }) => left),
    ...within(survey.ofType('UpdateExpression'), region).map(({ argument }) => argument),
    ...within(survey.ofType('VariableDeclarator'), region).map(({ id }) => id),
    ...within(survey.ofType('ForOfStatement'), region).map(({ left }) => left),
    ...within(survey.ofType('ForInStatement'), region).map(({ left }) => left),
  ];
  const found = new Set<Variable>();
  for (const target of targets) {
    const names =
      target.type === 'Identifier' ? [target] : within(survey.ofType('Identifier'), target);
    for (const name of names) {
      const variable = evaluator.scopes.variableOf(name);
      if (variable !== undefined) found.add(variable);
    }
  }
  const all = [...found];
  written.set(region, all);
  return all;
}
