import type { AnyNode, NodeOf } from '../../../node.ts';
import { keyOf } from './expressions.ts';
import { merged } from './knowledge.ts';
import { touchAt } from './members.ts';
import { calculated } from './operators.ts';
import type { Player } from './player.ts';
import type { Room } from './room.ts';
import { Entries, List, held, none, plain, unknown, type Held, asText } from './things.ts';
import { isNothing, truthOf } from './truth.ts';

export function assigned(player: Player, node: NodeOf<'AssignmentExpression'>, room: Room): Held {
  const { left, operator, right } = node;
  if (operator === '=') {
    const given = player.of(right, room);
    player.write(left, given, room);
    return given;
  }
  const before = player.of(left, room);
  if (/^(?:&&|\|\||\?\?)=$/.test(operator)) {
    const isTrue = truthOf(before.value, player.stage);
    const isKept =
      operator === '??=' ? !isNothing(before.value) : operator === '||=' ? isTrue : !isTrue;
    if (isKept) return before;
    const given = player.of(right, room);
    player.write(left, given, room);
    return given;
  }
  const by = player.of(right, room);
  if (operator === '+=') player.stage.noteMixed(before.knows, by.knows);
  const value = calculated(operator.slice(0, -1), before.value, by.value);
  if (typeof value === 'string') player.stage.spend(value.length / 20);
  const after = held(value, merged(before.knows, by.knows));
  player.write(left, after, room);
  return after;
}

/** `this.top = bar.high`: a figure of earlier prices goes on with those of the bars. */
function noteGoingOn({ stage }: Player, before: Held | undefined, given: Held): void {
  if (stage.bar !== undefined && before) stage.noteMixed(before.knows, given.knows);
}

/** Puts a value under a name, into a member, or apart into a pattern. */
export function writeTo(player: Player, target: AnyNode, given: Held, room: Room): void {
  switch (target.type) {
    case 'Identifier':
      if (room.isOfText(target.name)) noteGoingOn(player, room.read(target.name), given);
      room.write(target.name, player.stage.onPath(given));
      return;
    case 'MemberExpression': {
      if (target.object.type === 'Super') return;
      const self = player.of(target.object, room);
      const key = keyOf(player, target, room);
      if (self.value instanceof Entries)
        noteGoingOn(player, self.value.fields.get(asText(key.value)), given);
      player.put(self, key, player.stage.onPath(given));
      return;
    }
    default:
      takeApart(player, target, given, room, (name, part) => player.write(name, part, room));
  }
}

/** Makes the names of a pattern. */
export function declare(
  player: Player,
  pattern: AnyNode,
  given: Held,
  room: Room,
  isWide = false,
): void {
  if (pattern.type === 'Identifier') {
    const kept = player.stage.onPath(given);
    if (isWide) room.declareWide(pattern.name, kept);
    else room.declare(pattern.name, kept);
    return;
  }
  takeApart(player, pattern, given, room, (name, part) => player.declare(name, part, room, isWide));
}

function takeApart(
  player: Player,
  pattern: AnyNode,
  given: Held,
  room: Room,
  put: (target: AnyNode, part: Held) => void,
): void {
  switch (pattern.type) {
    case 'AssignmentPattern':
      put(pattern.left, given.value === undefined ? player.of(pattern.right, room) : given);
      return;
    case 'ArrayPattern': {
      const list = player.iterate(given);
      pattern.elements.forEach((element, place) => {
        if (!element) return;
        if (element.type === 'RestElement') {
          put(
            element.argument,
            plain(list ? new List(list.items.slice(place), list.shape) : unknown),
          );
          return;
        }
        if (list !== undefined) {
          player.stage.site = element;
          player.stage.touch(list, list.taken + place);
        }
        const item = list === undefined ? plain(unknown) : (list.items[place] ?? none);
        put(element, held(item.value, merged(merged(item.knows, given.knows), list?.shape ?? [])));
      });
      return;
    }
    case 'ObjectPattern': {
      const seen = new Set<string>();
      for (const part of pattern.properties) {
        if (part.type === 'RestElement') {
          put(part.argument, plain(without(given, seen)));
          continue;
        }
        const key = keyOf(player, { computed: part.computed, property: part.key }, room);
        seen.add(asText(key.value));
        if (part.computed) {
          player.stage.site = part;
          touchAt(player, given, key);
        }
        put(part.value, isNothing(given.value) ? none : player.member(given, key));
      }
      return;
    }
    default:
      put(pattern, given);
  }
}

function without({ value }: Held, keys: ReadonlySet<string>): Entries | typeof unknown {
  if (!(value instanceof Entries)) return unknown;
  const rest = new Entries();
  for (const [key, one] of value.fields) if (!keys.has(key)) rest.fields.set(key, one);
  return rest;
}
