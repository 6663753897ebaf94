import { isFunction, type AnyNode, type NodeOf } from '../../../node.ts';
import {
  barPlaces,
  hasPrices,
  hasRows,
  isWide,
  merged,
  nothing,
  told,
  weighed,
  type Knowledge,
} from './knowledge.ts';
import { touchAt } from './members.ts';
import type { Player } from './player.ts';
import { calculated, comparesWithNothing, isComparison, numberOf } from './operators.ts';
import type { Room } from './room.ts';
import {
  Callable,
  Entries,
  List,
  Moment,
  held,
  none,
  plain,
  unknown,
  type Held,
  asText,
  functionFrom,
} from './things.ts';
import { isNothing, truthOf } from './truth.ts';

/** What a member is, and of what. */
export function member(
  player: Player,
  node: NodeOf<'MemberExpression'>,
  room: Room,
): { readonly held: Held; readonly self: Held } {
  if (node.object.type === 'Super') {
    const self = room.read('this') ?? none;
    const key = keyOf(player, node, room);
    const { value } = room.read('%home') ?? none;
    const parent = value instanceof Callable ? value.made?.parent?.home : undefined;
    return { held: parent ? player.member(self, key, parent.made) : plain(unknown), self };
  }
  const self = player.of(node.object, room);
  if (node.optional && isNothing(self.value)) return { held: none, self };
  const key = keyOf(player, node, room);
  if (node.computed) {
    player.stage.site = node;
    touchAt(player, self, key);
  }
  return { held: player.member(self, key), self };
}

/** The key that a member is asked for by; a choice by a key knows what the key knows. */
export function keyOf(
  player: Player,
  node: { readonly computed: boolean; readonly property: AnyNode },
  room: Room,
): Held {
  const { property, computed } = node;
  if (property.type === 'PrivateIdentifier') return plain(`#${property.name}`);
  if (!computed && property.type === 'Identifier') return plain(property.name);
  return player.of(property, room);
}

export function unary(player: Player, node: NodeOf<'UnaryExpression'>, room: Room): Held {
  const { value, knows } = player.of(node.argument, room);
  switch (node.operator) {
    case '!':
      return held(value === unknown ? unknown : !value, knows);
    case '-':
    case '+':
    case '~': {
      const number = numberOf(value);
      if (number === undefined) return held(unknown, knows);
      return held(
        node.operator === '-' ? -number : node.operator === '+' ? number : ~number,
        knows,
      );
    }
    case 'typeof':
      return plain(value === unknown ? unknown : typeof value);
    default:
      return none;
  }
}

export function binary(player: Player, node: NodeOf<'BinaryExpression'>, room: Room): Held {
  if (node.left.type === 'PrivateIdentifier') return plain(true);
  const [left, right] = [player.of(node.left, room), player.of(node.right, room)];
  if (areMerelyNumbers(left, right)) {
    return plain(calculated(node.operator, left.value, right.value));
  }
  if (comparesWithNothing(node.operator, left.value, right.value)) {
    return plain(calculated(node.operator, left.value, right.value));
  }
  const knows = merged(knowsOf(left), knowsOf(right));
  const value = calculated(node.operator, left.value, right.value);
  if (/^===?$/.test(node.operator)) noteMeeting(player, node, left, right);
  if (typeof value === 'string') player.stage.spend(value.length / 20);
  if (isWeighing(player, node.operator, left, right)) return held(value, weighed(knows));
  const isDifference = /^[-/]$/.test(node.operator) && hasRows(left.knows) && hasRows(right.knows);
  return held(value, isComparison(node.operator) || isDifference ? told(knows) : knows);
}

/** Most of what is played: nothing of it is to be noted. */
const areMerelyNumbers = (left: Held, right: Held): boolean =>
  typeof left.value === 'number' &&
  typeof right.value === 'number' &&
  left.knows.length === 0 &&
  right.knows.length === 0;

/** Rows are held against a price of the bar, or all rows against all rows. */
function isWeighing({ stage }: Player, operator: string, left: Held, right: Held): boolean {
  if (stage.watchesPrices && /^[<>]=?$/.test(operator)) {
    if (hasPlace(left.knows)) stage.noteAnchor(right.value);
    if (hasPlace(right.knows)) stage.noteAnchor(left.value);
  }
  if (operator === '+') {
    stage.noteMixed(left.knows, right.knows);
    stage.noteMixed(right.knows, left.knows);
    return false;
  }
  if (!isComparison(operator) && operator !== '-' && operator !== '/') return false;
  if (isWide(left.knows) && isWide(right.knows)) return operator !== '/';
  return (hasRows(left.knows) && isPrice(right)) || (hasRows(right.knows) && isPrice(left));
}

/** What is worth a position is not known here, and is no price. */
const isPrice = ({ knows, value }: Held): boolean => typeof value === 'number' && hasPrices(knows);

const hasPlace = (knows: Knowledge): boolean => knows.some(({ table }) => table === barPlaces);

/** `trade.at === bar.index`: rows that are met one further at each bar go along with the bars. */
function noteMeeting({ stage }: Player, node: AnyNode, left: Held, right: Held): void {
  stage.meetPlace(left.knows, right.knows);
  stage.meetPlace(right.knows, left.knows);
  const [one, other] = hasRows(left.knows) ? [left, right] : [right, left];
  if (hasRows(other.knows)) return;
  if (typeof other.value !== 'number' && typeof other.value !== 'string') return;
  stage.meet(node, one.knows, other.value);
}

const knowsOf = ({ value, knows }: Held): Knowledge =>
  value instanceof Moment ? merged(knows, value.time.knows) : knows;

export function logical(player: Player, node: NodeOf<'LogicalExpression'>, room: Room): Held {
  const left = player.of(node.left, room);
  const isTrue = truthOf(left.value, player.stage);
  const isLeft =
    node.operator === '??' ? !isNothing(left.value) : node.operator === '||' ? isTrue : !isTrue;
  if (node.operator !== '??')
    player.stage.decide(node.left, left.knows, typeof left.value === 'boolean');
  if (isLeft) return left;
  const right = player.under(left, () => player.of(node.right, room));
  const isBoth = typeof left.value === 'boolean';
  return isBoth ? held(right.value, merged(right.knows, left.knows)) : right;
}

export function update(player: Player, node: NodeOf<'UpdateExpression'>, room: Room): Held {
  const before = player.of(node.argument, room);
  const number = numberOf(before.value);
  const after = held(
    number === undefined ? unknown : number + (node.operator === '++' ? 1 : -1),
    before.knows,
  );
  player.write(node.argument, after, room);
  return node.prefix ? after : held(number ?? unknown, before.knows);
}

export function arrayOf(player: Player, node: NodeOf<'ArrayExpression'>, room: Room): Held {
  const { elements } = node;
  const items: Held[] = [];
  let shape: Knowledge = nothing;
  const most = player.stage.tables.has(node) ? player.stage.mostRows : Infinity;
  for (const element of elements) {
    if (items.length >= most) break;
    if (element?.type === 'SpreadElement') {
      const list = player.iterate(player.of(element.argument, room));
      if (list === undefined) return plain(unknown);
      player.stage.spend(list.items.length);
      for (const item of list.items) items.push(item);
      shape = merged(shape, list.shape);
    } else items.push(player.of(element, room));
  }
  const [first, last] = [items[0], items.at(-1)];
  if (first && last) player.stage.noteMixed(first.knows, last.knows);
  if (first && last) player.stage.noteMixed(last.knows, first.knows);
  return plain(new List(items, shape));
}

export function objectOf(
  player: Player,
  { properties }: NodeOf<'ObjectExpression'>,
  room: Room,
): Held {
  const entries = new Entries();
  for (const part of properties) {
    if (part.type === 'SpreadElement') {
      const { value } = player.of(part.argument, room);
      if (value instanceof Entries) {
        for (const [key, one] of value.fields) entries.fields.set(key, one);
        entries.shape = merged(entries.shape, value.shape);
      }
      continue;
    }
    const { value: key, knows } = keyOf(
      player,
      { computed: part.computed, property: part.key },
      room,
    );
    const isOwnThis = isFunction(part.value) && part.value.type !== 'ArrowFunctionExpression';
    const given = isOwnThis
      ? functionFrom(part.value as NodeOf<'FunctionExpression'>, room, asText(key))
      : player.of(part.value, room);
    entries.fields.set(
      part.kind === 'init' ? asText(key) : `%${part.kind} ${asText(key)}`,
      knows.length === 0 ? given : held(given.value, merged(given.knows, knows)),
    );
  }
  return plain(entries);
}
