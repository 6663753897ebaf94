import type { ClassLike, NodeOf } from '../../../node.ts';
import { keyOf } from './expressions.ts';
import type { Player } from './player.ts';
import { Room } from './room.ts';
import {
  Callable,
  Entries,
  none,
  plain,
  type Class,
  type Held,
  asText,
  functionFrom,
} from './things.ts';

/** A class of the text, with its static members. */
export function classOf(player: Player, node: ClassLike, room: Room): Held {
  const parent = node.superClass ? player.of(node.superClass, room).value : undefined;
  const home = new Callable(node.id?.name ?? '', {});
  const self = plain(home);
  const inner = new Room(room);
  inner.declare('this', self);
  if (node.id) inner.declare(node.id.name, self);
  const made: Class = {
    node,
    room: inner,
    parent: parent instanceof Callable ? parent.made : undefined,
    home,
    methods: new Map(),
  };
  home.made = made;
  for (const part of node.body.body) {
    if (part.type !== 'MethodDefinition') continue;
    const name = nameOf(player, part, inner);
    const method = functionFrom(part.value, inner, name, self);
    const key = part.kind === 'get' || part.kind === 'set' ? `%${part.kind} ${name}` : name;
    (part.static ? home.fields : made.methods).set(key, method);
  }
  for (const part of node.body.body) {
    if (part.type === 'StaticBlock')
      player.run({ ...part, type: 'BlockStatement' }, new Room(inner, true));
    else if (part.type === 'PropertyDefinition' && part.static) {
      home.fields.set(nameOf(player, part, inner), player.of(part.value, inner));
    }
  }
  return self;
}

const nameOf = (
  player: Player,
  part: NodeOf<'MethodDefinition' | 'PropertyDefinition'>,
  room: Room,
): string => asText(keyOf(player, { computed: part.computed, property: part.key }, room).value);

/** Makes an instance what its class makes of it: the fields first, then the constructor. */
export function built(player: Player, made: Class, self: Held, args: readonly Held[]): void {
  const builder = made.methods.get('constructor')?.value;
  // What a class without a constructor is given, its parent is given.
  if (!(builder instanceof Callable) && made.parent) player.build(made.parent, self, args);
  fill(player, made, self);
  if (builder instanceof Callable) player.call(builder, args, self);
}

function fill(player: Player, made: Class, self: Held): void {
  const { value } = self;
  if (!(value instanceof Entries)) return;
  const room = new Room(made.room, true);
  room.declare('this', self);
  room.declare('%home', plain(made.home));
  for (const part of made.node.body.body) {
    if (part.type !== 'PropertyDefinition' || part.static) continue;
    value.fields.set(
      nameOf(player, part, room),
      part.value ? player.stage.onPath(player.of(part.value, room)) : none,
    );
  }
}

/** The class in whose method a room is. */
export function classHome(room: Room): Class | undefined {
  const { value } = room.read('%home') ?? none;
  return value instanceof Callable ? value.made : undefined;
}
