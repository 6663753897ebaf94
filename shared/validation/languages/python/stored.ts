import { childOf, nameOf, namedOf, type PythonNode } from './node.ts';
import type { PythonSurvey } from './survey.ts';

/** What is put into members and into lists and tables, by the name alone: whose it is does not matter. */
export interface Stored {
  /** By the member's name: `self.run = eval`. */
  readonly members: ReadonlyMap<string, readonly PythonNode[]>;
  /** By the name of the list or table: `jobs['a'] = eval`, `jobs.append(eval)`. */
  readonly items: ReadonlyMap<string, readonly PythonNode[]>;
  /** Functions of classes by name. */
  readonly methods: ReadonlyMap<string, readonly PythonNode[]>;
}

const adders = /^(?:append|appendleft|add|insert|extend|update|setdefault|__setitem__)$/;

export function collectStored(survey: PythonSurvey): Stored {
  const [members, items, methods] = [newLists(), newLists(), newLists()];
  for (const node of survey.ofKind('assignment')) {
    const value = childOf(node, 'right');
    if (value === undefined) continue;
    for (const target of targetsOf(childOf(node, 'left'))) {
      if (target.kind === 'attribute') add(members, memberName(target), value);
      else add(items, rootName(childOf(target, 'value')), value);
    }
  }
  for (const node of survey.ofKind('call')) {
    const callee = childOf(node, 'function');
    if (callee?.kind !== 'attribute' || !adders.test(memberName(callee))) continue;
    const name = rootName(childOf(callee, 'object'));
    for (const argument of namedOf(childOf(node, 'arguments') ?? node)) add(items, name, argument);
  }
  for (const node of survey.ofKind('function_definition')) {
    const around = node.parent?.kind === 'decorated_definition' ? node.parent.parent : node.parent;
    const name = childOf(node, 'name');
    if (around?.parent?.kind === 'class_definition' && name) add(methods, nameOf(name), node);
  }
  return { members, items, methods };
}

type Lists = Map<string, PythonNode[]>;
const newLists = (): Lists => new Map();

function add(lists: Lists, name: string, node: PythonNode): void {
  if (name === '') return;
  const known = lists.get(name);
  if (known === undefined) lists.set(name, [node]);
  else known.push(node);
}

/** The members and items among what is assigned to. */
function targetsOf(left: PythonNode | undefined): readonly PythonNode[] {
  if (left === undefined) return none;
  if (left.kind === 'attribute' || left.kind === 'subscript') return [left];
  return patterns.has(left.kind) ? namedOf(left).flatMap(targetsOf) : none;
}

const none: readonly PythonNode[] = [];
const patterns = new Set(['pattern_list', 'tuple_pattern', 'list_pattern']);

const memberName = (node: PythonNode): string => {
  const name = childOf(node, 'attribute');
  return name ? nameOf(name) : '';
};

/** The last name on the way: `self.jobs` is `jobs`. */
function rootName(node: PythonNode | undefined): string {
  if (node?.kind === 'identifier') return nameOf(node);
  return node?.kind === 'attribute' ? memberName(node) : '';
}
