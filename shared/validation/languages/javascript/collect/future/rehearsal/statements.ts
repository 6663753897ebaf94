import type { AnyNode, NodeOf } from '../../../node.ts';
import { forOf, forIn, loop } from './walking.ts';
import { merged, told } from './knowledge.ts';
import type { Player } from './player.ts';
import { Room } from './room.ts';
import { Thrown, type Leaving } from './stage.ts';
import { Callable, held, none, plain, type Held } from './things.ts';
import { taintWrites, outlook } from './written.ts';

/** Runs a statement; says how it was left, where it was not left at its end. */
export function run(player: Player, node: AnyNode, room: Room): Leaving | undefined {
  player.stage.spend();
  switch (node.type) {
    case 'ExpressionStatement':
      player.of(node.expression, room);
      return undefined;
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) {
        const isKept = node.kind === 'var' && !init;
        if (!isKept)
          player.declare(id, init ? player.of(init, room) : none, room, node.kind === 'var');
      }
      return undefined;
    case 'FunctionDeclaration':
      return undefined;
    case 'ClassDeclaration':
      room.declare(node.id?.name ?? 'default', player.classOf(node, room));
      return undefined;
    case 'ReturnStatement':
      return { how: 'return', label: undefined, held: player.of(node.argument, room) };
    case 'IfStatement':
      return branch(player, node, room);
    case 'BlockStatement':
      return player.runAll(node.body, new Room(room));
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return loop(player, node, room);
    case 'ForOfStatement':
      return forOf(player, node, room);
    case 'ForInStatement':
      return forIn(player, node, room);
    case 'BreakStatement':
      return { how: 'break', label: node.label?.name, held: undefined };
    case 'ContinueStatement':
      return { how: 'continue', label: node.label?.name, held: undefined };
    case 'LabeledStatement': {
      const left = player.run(node.body, room);
      return left?.label === node.label.name ? undefined : left;
    }
    case 'ThrowStatement':
      throw new Thrown(player.of(node.argument, room));
    case 'TryStatement':
      return attempt(player, node, room);
    case 'SwitchStatement':
      return choose(player, node, room);
    case 'ExportNamedDeclaration':
      return node.declaration ? player.run(node.declaration, room) : undefined;
    case 'ExportDefaultDeclaration':
      return exported(player, node, room);
    default:
      return undefined;
  }
}

/** Functions are there before the first statement runs. */
export function runAll(player: Player, body: readonly AnyNode[], room: Room): Leaving | undefined {
  for (const part of body) {
    const node =
      part.type === 'ExportNamedDeclaration' && part.declaration ? part.declaration : part;
    if (node.type === 'FunctionDeclaration') {
      room.declare(
        node.id?.name ?? 'default',
        plain(new Callable(node.id?.name ?? '', { node, room })),
      );
    }
  }
  for (const part of body) {
    const left = player.run(part, room);
    if (left !== undefined) return left;
  }
  return undefined;
}

function exported(
  player: Player,
  { declaration }: NodeOf<'ExportDefaultDeclaration'>,
  room: Room,
): undefined {
  if (declaration.type === 'ClassDeclaration') {
    const made = player.classOf(declaration, room);
    room.declare('%default', made);
    if (declaration.id) room.declare(declaration.id.name, made);
  } else if (declaration.type !== 'FunctionDeclaration') {
    room.declare('%default', player.of(declaration, room));
  }
  return undefined;
}

function branch(player: Player, node: NodeOf<'IfStatement'>, room: Room): Leaving | undefined {
  const { stage } = player;
  const { isTrue, by } = player.test(node.test, room);
  const chosen = isTrue ? node.consequent : node.alternate;
  if (by.knows.length === 0) return chosen ? player.run(chosen, room) : undefined;
  const before = stage.path;
  stage.path = merged(before, told(by.knows));
  const left = chosen ? player.run(chosen, room) : undefined;
  const other = isTrue ? node.alternate : node.consequent;
  if (other) taintWrites(player, other, told(by.knows), room);
  // What comes after it is reached only if it was not left here.
  if (!outlook(node).leaves) stage.path = before;
  return left;
}

function attempt(player: Player, node: NodeOf<'TryStatement'>, room: Room): Leaving | undefined {
  let left: Leaving | undefined;
  try {
    left = player.run(node.block, room);
  } catch (error) {
    if (!(error instanceof Thrown) || !node.handler) throw error;
    const inside = new Room(room);
    if (node.handler.param) player.declare(node.handler.param, error.held, inside);
    left = player.run(node.handler.body, inside);
  }
  return (node.finalizer ? player.run(node.finalizer, room) : undefined) ?? left;
}

function choose(player: Player, node: NodeOf<'SwitchStatement'>, room: Room): Leaving | undefined {
  const { stage } = player;
  const asked = player.of(node.discriminant, room);
  stage.decide(node.discriminant, asked.knows, true);
  const before = stage.path;
  const inside = new Room(room);
  let by: Held = held(undefined, told(asked.knows));
  let isIn = false;
  const start = node.cases.findIndex(({ test }) => {
    if (!test) return false;
    const one = player.of(test, inside);
    if (one.knows.length > 0) stage.decide(test, one.knows, true);
    by = held(undefined, merged(by.knows, told(one.knows)));
    return one.value === asked.value;
  });
  stage.path = merged(before, by.knows);
  let left: Leaving | undefined;
  for (const [place, part] of node.cases.entries()) {
    isIn ||= start < 0 ? !part.test : place === start;
    if (!isIn) continue;
    left = player.runAll(part.consequent, inside);
    if (left !== undefined) break;
  }
  taintWrites(player, node, by.knows, room);
  if (by.knows.length === 0 || !outlook(node).returns) stage.path = before;
  return left?.how === 'break' && left.label === undefined ? undefined : left;
}
