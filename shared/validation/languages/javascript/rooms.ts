import type { Scopes } from './scopes.ts';
import type { Variable } from './scopes/scope.ts';
import { functionNamed, type Origin } from './handed-to.ts';
import { isClass, isFunction, parentOf, unwrap, type AnyNode, type NodeOf } from './node.ts';
import { originsOf } from './origins.ts';
import { plainKey, plainName } from './plain-name.ts';
import { returnsOf } from './returns.ts';
import type { Put } from './stored.ts';
import type { Survey } from './survey.ts';
import { spend } from '../work.ts';

/** What the text stores in one thing that it names. */
export interface Room {
  readonly slots: Map<string, AnyNode[]>;
  readonly puts: Put[];
  /** What its members hold in their turn. */
  readonly inner: Map<string, Room>;
}

/** Longer ways from name to name are not gone. */
const furthest = 30;
/** Looks taken for one change. */
const mostSteps = 400;
/** More things than one name stands for by hand. */
const mostRooms = 100;

const none: readonly Room[] = [];

/** One room for each thing that has a name, and the way to it from its other names. */
export class Rooms {
  private readonly rooms = new Map<Variable | AnyNode, Room>();
  private readonly thisOwners = new Map<AnyNode, AnyNode | undefined>();
  private readonly originals = new Map<Variable, readonly Room[]>();
  private steps = 0;
  private readonly scopes: Scopes;
  private readonly survey: Survey;

  constructor(scopes: Scopes, survey: Survey) {
    this.scopes = scopes;
    this.survey = survey;
  }

  get isEmpty(): boolean {
    return this.rooms.size === 0;
  }

  of(owner: Variable | AnyNode): Room | undefined {
    return this.rooms.get(owner);
  }

  /** The room of the very name, `this.names` or `names`. */
  named(node: AnyNode | undefined, isMade: boolean): Room | undefined {
    if (node === undefined) return undefined;
    if (node.type === 'MemberExpression') {
      const name = plainName(node);
      const outer = name === undefined ? undefined : this.named(node.object, isMade);
      return outer && name !== undefined ? entered(outer.inner, name, isMade) : undefined;
    }
    const owner = node.type === 'Identifier' ? this.ownerNamed(node) : this.ownerOfThis(node);
    return owner && entered(this.rooms, owner, isMade);
  }

  /** The rooms of all other names that the thing may have: a change under one is one under all. */
  otherwise(node: AnyNode): readonly Room[] {
    // The most common by far: `this.count = 0`.
    if (node.type === 'ThisExpression') return none;
    this.steps = mostSteps;
    const direct = this.named(node, false);
    return this.all(node, 0).filter((room) => room !== direct);
  }

  private all(node: AnyNode, depth: number): readonly Room[] {
    spend(1);
    if (depth > furthest) return none;
    switch (node.type) {
      case 'Identifier': {
        const own = this.named(node, true);
        const variable = this.scopes.variableOf(node);
        return own && variable ? [own, ...this.originalsOf(variable, depth)] : none;
      }
      case 'ThisExpression': {
        const own = this.named(node, true);
        return own ? [own] : none;
      }
      case 'MemberExpression': {
        const name = plainName(node);
        return node.object.type === 'Super' ? none : this.at(node.object, [name], depth);
      }
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return this.all(node.expression, depth);
      case 'AwaitExpression':
        return this.all(node.argument, depth + 1);
      case 'AssignmentExpression':
        return this.all(node.right, depth + 1);
      case 'SequenceExpression':
        return this.allOf(node.expressions.slice(-1), depth);
      case 'ConditionalExpression':
        return this.allOf([node.consequent, node.alternate], depth);
      case 'LogicalExpression':
        return this.allOf([node.left, node.right], depth);
      case 'CallExpression':
        return this.allOf(this.sameAs(node), depth);
      default:
        return none;
    }
  }

  private allOf(nodes: readonly AnyNode[], depth: number): readonly Room[] {
    if (nodes.length === 0) return none;
    const all = new Set(nodes.flatMap((node) => this.all(node, depth + 1)));
    return [...all].slice(0, mostRooms);
  }

  /** What stands at the end of a way through members. */
  private at(node: AnyNode, path: Origin['path'], depth: number): readonly Room[] {
    if (depth > furthest) return none;
    const [first, ...others] = path;
    if (path.length === 0) return this.all(node, depth);
    const found = new Set<Room>();
    if (first !== undefined && others.length === 0) {
      for (const { inner } of this.all(node, depth + 1)) {
        const room = entered(inner, first, true);
        if (room !== undefined) found.add(room);
      }
    }
    for (const held of this.heldIn(node, first, depth + 1)) {
      for (const room of this.at(held, others, depth + 1)) found.add(room);
      // What has no name of its own has a room where it stands.
      const isNameless = first === undefined && others.length === 0;
      const made = isNameless && isLiteral(held) ? entered(this.rooms, held, true) : undefined;
      if (made !== undefined) found.add(made);
    }
    return [...found].slice(0, mostRooms);
  }

  private originalsOf(variable: Variable, depth: number): readonly Room[] {
    const known = this.originals.get(variable);
    if (known !== undefined) return known;
    // What is handed round in a circle adds nothing.
    this.originals.set(variable, none);
    const origins = originsOf(variable, this.scopes, this.survey);
    const found = new Set(origins.flatMap(({ node, path }) => this.at(node, path, depth + 1)));
    const rooms = [...found].slice(0, mostRooms);
    this.originals.set(variable, rooms);
    return rooms;
  }

  /** Expressions whose things are kept in another one, under a name or under any. */
  private heldIn(node: AnyNode, name: string | undefined, depth: number): readonly AnyNode[] {
    spend(1);
    if (depth > furthest || --this.steps < 0) return [];
    const inner = unwrap(node);
    switch (inner.type) {
      case 'ObjectExpression':
        return inner.properties.flatMap((part) => {
          if (part.type === 'SpreadElement') return this.heldIn(part.argument, name, depth + 1);
          return isNamed(name, plainKey(part.key, part.computed)) ? [part.value] : [];
        });
      case 'ArrayExpression':
        return inner.elements.flatMap((part, index) => {
          if (part?.type === 'SpreadElement') return this.heldIn(part.argument, name, depth + 1);
          return part && isNamed(name, String(index)) ? [part] : [];
        });
      case 'Identifier': {
        const variable = this.scopes.variableOf(inner);
        const origins = variable ? originsOf(variable, this.scopes, this.survey) : [];
        return [
          ...origins.flatMap((origin) => this.alongAll(origin, name, depth + 1)),
          ...keptIn(this.named(inner, false), name),
        ].slice(0, mostRooms);
      }
      case 'ThisExpression':
        return [
          ...fieldsOf(this.ownerOfThis(inner), name),
          ...keptIn(this.named(inner, false), name),
        ];
      case 'MemberExpression': {
        if (inner.object.type === 'Super') return [];
        const outer = this.heldIn(inner.object, plainName(inner), depth + 1);
        return [
          ...outer.flatMap((held) => this.heldIn(held, name, depth + 1)),
          ...keptIn(this.named(inner, false), name),
        ].slice(0, mostRooms);
      }
      case 'NewExpression': {
        // `new Set([job])`
        const [items] = inner.arguments;
        return name === undefined && items ? this.heldIn(items, name, depth + 1) : [];
      }
      case 'CallExpression': {
        const [first] = inner.arguments;
        const isListing = inner.callee.type === 'MemberExpression' && first !== undefined;
        if (isListing && plainName(inner.callee as NodeOf<'MemberExpression'>) === 'values') {
          return this.heldIn(first, undefined, depth + 1);
        }
        return this.sameAs(inner).flatMap((same) => this.heldIn(same, name, depth + 1));
      }
      default:
        return [];
    }
  }

  private alongAll(
    { node, path }: Origin,
    name: string | undefined,
    depth: number,
  ): readonly AnyNode[] {
    const [first, ...others] = path;
    if (path.length === 0) return this.heldIn(node, name, depth);
    return this.heldIn(node, first, depth).flatMap((held) =>
      this.alongAll({ node: held, path: others }, name, depth + 1),
    );
  }

  /** What a call gives back as it got it: a list put in order, a table frozen, what a function returns. */
  private sameAs({ callee, arguments: [first] }: NodeOf<'CallExpression'>): readonly AnyNode[] {
    if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
      const name = plainName(callee) ?? '';
      if (/^(?:reverse|sort|fill|copyWithin|valueOf)$/.test(name)) return [callee.object];
      return /^(?:assign|freeze|seal|preventExtensions)$/.test(name) && first ? [first] : [];
    }
    const called = callee.type === 'Identifier' ? functionNamed(callee, this.scopes) : callee;
    if (called === undefined || !isFunction(called)) return [];
    return called.body.type === 'BlockStatement' ? returnsOf(called.body) : [called.body];
  }

  /** A class is one thing, inside by its name and outside. */
  private ownerNamed(node: NodeOf<'Identifier'>): Variable | AnyNode | undefined {
    const variable = this.scopes.variableOf(node);
    const [definition] = variable?.defs ?? [];
    return definition?.type === 'ClassName' ? definition.node : variable;
  }

  /** Asked for at every member of `this`, and each time the same way up. */
  private ownerOfThis(node: AnyNode): AnyNode | undefined {
    if (node.type !== 'ThisExpression') return undefined;
    if (!this.thisOwners.has(node)) this.thisOwners.set(node, thisOwner(node));
    return this.thisOwners.get(node);
  }
}

const isLiteral = ({ type }: AnyNode): boolean =>
  type === 'ObjectExpression' || type === 'ArrayExpression';

const isNamed = (wanted: string | undefined, name: string | undefined): boolean =>
  wanted === undefined || name === undefined || wanted === name;

function keptIn(room: Room | undefined, name: string | undefined): readonly AnyNode[] {
  if (room === undefined) return [];
  const slots = name === undefined ? [...room.slots.values()].flat() : room.slots.get(name);
  const puts = room.puts.filter(({ how }) => how === 'append' || how === 'slot');
  return [...(slots ?? []), ...puts.map(({ value }) => value)];
}

function fieldsOf(owner: AnyNode | undefined, name: string | undefined): readonly AnyNode[] {
  if (owner === undefined || !isClass(owner)) return [];
  return owner.body.body.flatMap((part) =>
    part.type === 'PropertyDefinition' &&
    part.value &&
    isNamed(name, plainKey(part.key, part.computed))
      ? [part.value]
      : [],
  );
}

export function entered<Key>(rooms: Map<Key, Room>, key: Key, isMade: boolean): Room | undefined {
  const known = rooms.get(key);
  if (known !== undefined || !isMade) return known;
  const made: Room = { slots: new Map(), puts: [], inner: new Map() };
  rooms.set(key, made);
  return made;
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
