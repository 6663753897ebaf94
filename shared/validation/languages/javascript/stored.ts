import type { Variable } from './scopes/scope.ts';
import { writtenMembers } from './written-members.ts';
import type { AnyNode, ClassLike, NodeOf } from './node.ts';
import { plainName } from './plain-name.ts';
import { putByCall } from './put-by-call.ts';
import { Rooms, type Room } from './rooms.ts';
import type { Scopes } from './scopes.ts';
import type { Survey } from './survey.ts';

/** One thing put into a list, a table or a map, not by a plain name. */
export interface Put {
  readonly how: 'slot' | 'append' | 'prepend' | 'members' | 'descriptor' | 'parent' | 'arranged';
  /** The slot's name or index, where it has one. */
  readonly key?: AnyNode;
  /** The same where the text spells it out. */
  readonly name?: string;
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
  /** In what a literal makes, by its own methods or where it has no name. */
  made(literal: AnyNode): Storage | undefined;
  /** In instances of a class under a name, wherever they are. */
  inClass(owner: ClassLike, name: string): StoredAt;
}

export interface StoredAt {
  /** Under the very name that the member expression asks for. */
  readonly under: readonly AnyNode[];
  /** The same, by a pattern or under another name of the thing. */
  readonly otherwise: readonly Put[];
  /** In what it holds: `this.names.set(…)`. */
  readonly inside: Storage | undefined;
}

/** A name stored again and again tells nothing new. */
const mostOfOneName = 30;
const mostPuts = 200;

/** Collected once; asked for every variable and member. */
export function collectStored(survey: Survey, scopes: Scopes): StoredThings {
  const rooms = new Rooms(scopes, survey);
  const changes: { readonly target: AnyNode; readonly put: Put }[] = [];
  const put = (target: AnyNode | undefined, what: Put): void => {
    if (target === undefined || target.type === 'Super') return;
    keep(rooms.named(target, true), what);
    changes.push({ target, put: what });
  };
  for (const { left, right, operator } of survey.ofType('AssignmentExpression')) {
    if (left.type !== 'MemberExpression' || !operator.endsWith('=')) continue;
    const name = plainName(left);
    if (name === undefined) put(left.object, { how: 'slot', key: left.property, value: right });
    else {
      store(rooms.named(left.object, true), name, right);
      changes.push({ target: left.object, put: { how: 'slot', name, value: right } });
    }
  }
  for (const node of writtenMembers(survey)) {
    const name = plainName(node);
    const where = name === undefined ? { key: node.property } : { name };
    put(node.object, { how: 'slot', ...where, value: node });
  }
  for (const node of survey.ofType('UpdateExpression')) {
    const { argument } = node;
    const name = argument.type === 'MemberExpression' ? plainName(argument) : undefined;
    if (argument.type !== 'MemberExpression' || name === undefined) continue;
    put(argument.object, { how: 'slot', name, value: node });
  }
  for (const node of survey.ofType('UnaryExpression')) {
    const { operator, argument } = node;
    if (operator !== 'delete' || argument.type !== 'MemberExpression') continue;
    put(argument.object, { how: 'arranged', value: node });
  }
  for (const node of survey.ofType('CallExpression')) putByCall(node, put);
  for (const { target, put: what } of changes) {
    for (const room of rooms.otherwise(target)) keep(room, what);
  }
  const at = (room: Room | undefined, name: string | undefined): StoredAt => {
    if (name === undefined || room === undefined) return nothing;
    const under = room.slots.get(name);
    const inside = room.inner.get(name);
    const otherwise = room.puts.length === 0 ? none : room.puts.filter((one) => one.name === name);
    if (under === undefined && inside === undefined && otherwise.length === 0) return nothing;
    return { under: under ?? none, otherwise, inside };
  };
  return {
    at: (member) => {
      const name = rooms.isEmpty ? undefined : plainName(member);
      return at(name === undefined ? undefined : rooms.named(member.object, false), name);
    },
    in: (variable) => rooms.of(variable),
    made: (literal) => rooms.of(literal),
    inClass: (owner, name) => at(rooms.of(owner), name),
  };
}

const none: readonly never[] = [];
const nothing: StoredAt = { under: none, otherwise: none, inside: undefined };

function keep(room: Room | undefined, what: Put): void {
  if (room !== undefined && room.puts.length < mostPuts) room.puts.push(what);
}

/** `this.state = 'flat'`, time and again, leaves room for what is stored besides. */
const isRepeated = (values: readonly AnyNode[], value: AnyNode): boolean =>
  value.type === 'Literal' &&
  values.some((known) => known.type === 'Literal' && known.value === value.value);

function store(room: Room | undefined, name: string, value: AnyNode): void {
  const values = room?.slots.get(name);
  if (values === undefined) room?.slots.set(name, [value]);
  else if (values.length < mostOfOneName && !isRepeated(values, value)) values.push(value);
}
