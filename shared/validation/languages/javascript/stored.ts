import type { Variable } from './scopes/scope.ts';
import { isClass, isFunction, parentOf, type AnyNode, type NodeOf } from './node.ts';
import type { Scopes } from './scopes.ts';
import type { Survey } from './survey.ts';

/** One thing put into a list, a table or a map, not by a plain name. */
export interface Put {
  readonly how: 'slot' | 'append' | 'prepend' | 'members' | 'descriptor' | 'parent';
  /** The slot's name or index, where it has one. */
  readonly key?: AnyNode;
  readonly value: AnyNode;
  /** The method's name, where it is put together: `list['pu' + 'sh'](x)`. */
  readonly method?: AnyNode;
}

/** All that the text stores in one thing that it names. */
export interface Storage {
  /** By a plain name or number: `this.run = …`, `slots[0] = …`. */
  readonly slots: ReadonlyMap<string, readonly AnyNode[]>;
  readonly puts: readonly Put[];
}

/** What the text stores in its own objects. */
export interface StoredThings {
  at(member: NodeOf<'MemberExpression'>): StoredAt;
  /** In what a variable holds. */
  in(variable: Variable): Storage | undefined;
}

export interface StoredAt {
  /** Under the very name that the member expression asks for. */
  readonly under: readonly AnyNode[];
  /** In what it holds: `this.names.set(…)`. */
  readonly inside: Storage | undefined;
}

interface Room {
  readonly slots: Map<string, AnyNode[]>;
  readonly puts: Put[];
  /** What its members hold in their turn. */
  readonly inner: Map<string, Room>;
}

/** A name stored again and again tells nothing new. */
const mostOfOneName = 8;
const mostPuts = 60;

/** Collected once; asked for every variable and member. */
export function collectStored(survey: Survey, scopes: Scopes): StoredThings {
  const rooms = new Map<Variable | AnyNode, Room>();
  const thisOwners = new Map<AnyNode, AnyNode | undefined>();
  const roomOf = (node: AnyNode | undefined, isMade: boolean): Room | undefined => {
    if (node === undefined) return undefined;
    if (node.type === 'MemberExpression') {
      const name = plainName(node);
      const outer = name === undefined ? undefined : roomOf(node.object, isMade);
      return outer && name !== undefined ? entered(outer.inner, name, isMade) : undefined;
    }
    const owner =
      node.type === 'Identifier' ? scopes.variableOf(node) : ownerOfThis(node, thisOwners);
    return owner && entered(rooms, owner, isMade);
  };
  const put = (target: AnyNode | undefined, what: Put): void => {
    const puts = roomOf(target, true)?.puts;
    if (puts !== undefined && puts.length < mostPuts) puts.push(what);
  };
  for (const { left, right, operator } of survey.ofType('AssignmentExpression')) {
    if (left.type !== 'MemberExpression' || !operator.endsWith('=')) continue;
    const name = plainName(left);
    if (name === undefined) put(left.object, { how: 'slot', key: left.property, value: right });
    else store(roomOf(left.object, true), name, right);
  }
  for (const node of survey.ofType('CallExpression')) putByCall(node, put);
  return {
    at: (member) => {
      const name = rooms.size === 0 ? undefined : plainName(member);
      const room = name === undefined ? undefined : roomOf(member.object, false);
      if (name === undefined || room === undefined) return nothing;
      const under = room.slots.get(name);
      const inside = room.inner.get(name);
      return under || inside ? { under: under ?? none, inside } : nothing;
    },
    in: (variable) => rooms.get(variable),
  };
}

const none: readonly AnyNode[] = [];
const nothing: StoredAt = { under: none, inside: undefined };

function entered<Key>(rooms: Map<Key, Room>, key: Key, isMade: boolean): Room | undefined {
  const known = rooms.get(key);
  if (known !== undefined || !isMade) return known;
  const made: Room = { slots: new Map(), puts: [], inner: new Map() };
  rooms.set(key, made);
  return made;
}

function store(room: Room | undefined, name: string, value: AnyNode): void {
  const values = room?.slots.get(name);
  if (values === undefined) room?.slots.set(name, [value]);
  else if (values.length < mostOfOneName) values.push(value);
}

/** `list.push(x)`, `names.set(key, x)`, `Object.assign(table, x)`, `Object.defineProperty(table, key, x)`. */
function putByCall(
  node: NodeOf<'CallExpression'>,
  put: (target: AnyNode | undefined, what: Put) => void,
): void {
  const { callee } = node;
  const [first, second, third] = node.arguments;
  if (callee.type !== 'MemberExpression' || first === undefined) return;
  if (callee.computed) {
    const method = callee.property;
    for (const value of node.arguments) put(callee.object, { how: 'append', value, method });
    return;
  }
  if (callee.property.type !== 'Identifier') return;
  const { name } = callee.property;
  const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object';
  if (isOfObject && second !== undefined) {
    if (name === 'assign') put(first, { how: 'members', value: second });
    if (name === 'setPrototypeOf') put(first, { how: 'parent', value: second });
    if (name === 'defineProperty' && third !== undefined) {
      put(first, { how: 'descriptor', key: second, value: third });
    }
  } else if (name === 'set' && second !== undefined) {
    put(callee.object, { how: 'slot', key: first, value: second });
  } else if (name === 'push' || name === 'add') {
    for (const value of node.arguments) put(callee.object, { how: 'append', value });
  } else if (name === 'unshift') {
    for (const value of node.arguments.toReversed()) put(callee.object, { how: 'prepend', value });
  } else if (name === 'splice') {
    for (const value of node.arguments.slice(2)) put(callee.object, { how: 'append', value });
  }
}

/** Asked for at every member of `this`, and each time the same way up. */
function ownerOfThis(node: AnyNode, known: Map<AnyNode, AnyNode | undefined>): AnyNode | undefined {
  if (node.type !== 'ThisExpression') return undefined;
  if (!known.has(node)) known.set(node, thisOwner(node));
  return known.get(node);
}

function plainName({ property, computed }: NodeOf<'MemberExpression'>): string | undefined {
  if (property.type === 'PrivateIdentifier') return `#${property.name}`;
  if (property.type === 'Identifier' && !computed) return property.name;
  if (property.type !== 'Literal') return undefined;
  const { value } = property;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The class whose instance `this` is, or the object literal or function that owns it. */
function thisOwner(node: AnyNode): AnyNode | undefined {
  let current = parentOf(node);
  while (current !== undefined) {
    if (isClass(current) || current.type === 'ObjectExpression') return current;
    if (isFunction(current) && current.type === 'FunctionDeclaration') return current;
    current = parentOf(current);
  }
  return undefined;
}
