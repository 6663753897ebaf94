import type { AnyNode, NodeOf } from '../../../node.ts';
import { classHome } from './classes.ts';
import { member } from './expressions.ts';
import { merged, nothing, type Knowledge } from './knowledge.ts';
import type { Player } from './player.ts';
import { Room } from './room.ts';
import { Enough } from './stage.ts';
import { Callable, Entries, List, Steps, held, none, plain, unknown, type Held } from './things.ts';
import { isNothing } from './truth.ts';

const deepest = 400;
const mostYields = 400;

export function callOf(player: Player, node: NodeOf<'CallExpression'>, room: Room): Held {
  const { callee } = node;
  if (callee.type === 'Super') {
    const home = classHome(room);
    const self = room.read('this') ?? none;
    if (home?.parent) player.build(home.parent, self, argumentsOf(player, node.arguments, room));
    return none;
  }
  const inner = callee.type === 'ParenthesizedExpression' ? callee.expression : callee;
  const { held: target, self } =
    inner.type === 'MemberExpression'
      ? member(player, inner, room)
      : { held: player.of(inner, room), self: none };
  if (isNothing(target.value) && node.optional) return none;
  const args = argumentsOf(player, node.arguments, room);
  if (target.value instanceof Callable) {
    player.stage.site = node;
    const result = player.call(target.value, args, self);
    return target.knows.length === 0
      ? result
      : held(result.value, merged(result.knows, target.knows));
  }
  return ofUnknown(player, node, inner, self, args);
}

const quiet = /^(?:log|print|plot|chart|debug|info|warn|error|trace|indicator|mark)$/;

/** A call of something of the host or a library: where it is the strategy's own, it may be an order. */
function ofUnknown(
  player: Player,
  node: AnyNode,
  callee: AnyNode,
  { value, knows }: Held,
  args: readonly Held[],
): Held {
  const given = args.reduce((all, one) => merged(all, deepKnowledge(one)), knows);
  const name =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
      ? callee.property.name
      : '';
  const isOfHost = value instanceof Entries && value.isHost;
  if (!quiet.test(name)) player.stage.isUnfaithful = true;
  if (isOfHost && !quiet.test(name)) {
    player.stage.decide(node, given, false);
    player.stage.decide(
      node,
      args.reduce<Knowledge>((all, one) => merged(all, pricesIn(one)), nothing),
      true,
    );
  }
  return held(unknown, isOfHost ? nothing : given);
}

/** A limit or a stop says where prices go; a quantity may follow a plan. */
function pricesIn({ value }: Held): Knowledge {
  if (!(value instanceof Entries)) return nothing;
  return [...value.fields]
    .filter(([key]) => /^(?:limit|stop|trail|takeProfit|stopLoss)/.test(key))
    .reduce<Knowledge>((all, [, one]) => merged(all, one.knows), nothing);
}

function deepKnowledge({ value, knows }: Held): Knowledge {
  if (!(value instanceof Entries)) return knows;
  return [...value.fields.values()].reduce((all, one) => merged(all, one.knows), knows);
}

export function argumentsOf(player: Player, nodes: readonly AnyNode[], room: Room): Held[] {
  const args: Held[] = [];
  for (const node of nodes) {
    if (node.type !== 'SpreadElement') args.push(player.of(node, room));
    else {
      const list = player.iterate(player.of(node.argument, room));
      player.stage.spend(list?.items.length ?? 0);
      for (const item of list?.items ?? []) {
        args.push(held(item.value, merged(item.knows, list?.shape ?? nothing)));
      }
    }
  }
  return args;
}

/** What a function gives back for these arguments. */
export function called(player: Player, target: Callable, args: readonly Held[], self: Held): Held {
  const { stage } = player;
  stage.spend(2);
  if (target.native) return target.native(args, self);
  const { node, room } = target;
  if (node === undefined || room === undefined) return plain(unknown);
  if (stage.depth > deepest) throw new Enough();
  const inside = new Room(room, true);
  if (node.type !== 'ArrowFunctionExpression') {
    inside.declare('this', self);
    inside.declare('arguments', plain(new List([...args])));
  }
  if (target.home) inside.declare('%home', target.home);
  const before = stage.path;
  stage.depth++;
  try {
    node.params.forEach((parameter, place) => {
      if (parameter.type === 'RestElement') {
        player.declare(parameter.argument, plain(new List(args.slice(place))), inside);
      } else player.declare(parameter, args[place] ?? none, inside);
    });
    if (node.generator) return yielded(player, node.body, inside);
    if (node.body.type !== 'BlockStatement') return player.of(node.body, inside);
    const left = player.run(node.body, inside);
    return left?.held === undefined ? none : stage.onPath(left.held);
  } finally {
    stage.path = before;
    stage.depth--;
  }
}

class YieldedEnough extends Error {}

/** A generator is played to its end at once, or as far as anybody will ask. */
function yielded(player: Player, body: AnyNode, room: Room): Held {
  const list = new List([]);
  room.declare('%yields', plain(list));
  try {
    player.run(body, room);
  } catch (error) {
    if (!(error instanceof YieldedEnough)) throw error;
  }
  return plain(new Steps(list));
}

/** `yield x` */
export function madeBy(player: Player, node: NodeOf<'YieldExpression'>, room: Room): Held {
  const list = room.read('%yields')?.value;
  const given = player.of(node.argument, room);
  if (!(list instanceof List)) return plain(unknown);
  const all = node.delegate ? (player.iterate(given)?.items ?? []) : [player.stage.onPath(given)];
  list.items.push(...all);
  if (list.items.length > mostYields) throw new YieldedEnough();
  return none;
}

export function newOf(player: Player, node: NodeOf<'NewExpression'>, room: Room): Held {
  const target = player.of(node.callee, room);
  const args = argumentsOf(player, node.arguments, room);
  if (!(target.value instanceof Callable)) return held(unknown, mergedAll(args));
  const { made } = target.value;
  if (made === undefined && target.value.native) return target.value.native(args, none);
  const self = plain(new Entries(made));
  if (made) player.build(made, self, args);
  else player.call(target.value, args, self);
  return self;
}

const mergedAll = (args: readonly Held[]): Knowledge =>
  args.reduce<Knowledge>((all, { knows }) => merged(all, knows), nothing);

export function taggedOf(
  player: Player,
  node: NodeOf<'TaggedTemplateExpression'>,
  room: Room,
): Held {
  const tag = player.of(node.tag, room);
  const texts = new List(node.quasi.quasis.map(({ value }) => plain(value.cooked ?? '')));
  const args = node.quasi.expressions.map((part) => player.of(part, room));
  if (!(tag.value instanceof Callable)) return player.of(node.quasi, room);
  return player.call(tag.value, [plain(texts), ...args], none);
}
