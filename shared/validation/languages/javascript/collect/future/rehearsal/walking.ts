import type { AnyNode, NodeOf } from '../../../node.ts';
import { merged, nothing, told, type Knowledge } from './knowledge.ts';
import type { Player } from './player.ts';
import { Room } from './room.ts';
import type { Leaving } from './stage.ts';
import { Entries, List, held, plain, type Held } from './things.ts';
import { outlook, taintWrites } from './written.ts';

type Loop = NodeOf<'ForStatement' | 'WhileStatement' | 'DoWhileStatement'>;
type Walk = NodeOf<'ForOfStatement' | 'ForInStatement'>;

export function loop(player: Player, node: Loop, room: Room): Leaving | undefined {
  let outer = new Room(room);
  if (node.type === 'ForStatement' && node.init) {
    if (node.init.type === 'VariableDeclaration') player.run(node.init, outer);
    else player.of(node.init, outer);
  }
  let knows: Knowledge = nothing;
  let isFirst = node.type === 'DoWhileStatement';
  return guarded(player, node, room, () => {
    for (;;) {
      if (!isFirst && node.test) {
        const { isTrue, by } = player.test(node.test, outer);
        if (by.knows.length > 0) {
          knows = merged(knows, told(by.knows));
          player.stage.path = merged(player.stage.path, knows);
        }
        if (!isTrue) return undefined;
      }
      isFirst = false;
      const left = player.run(node.body, outer);
      if (left !== undefined && !isNextRound(left)) return left;
      if (node.type === 'ForStatement' && node.update) {
        // A function that was made in this round keeps the counter of this round.
        outer = outer.renewed();
        player.of(node.update, outer);
      }
      player.stage.spend();
    }
  });
}

/** What is written in a loop knows what decided when it ended. */
function guarded(
  player: Player,
  node: AnyNode,
  room: Room,
  walk: () => Leaving | undefined,
): Leaving | undefined {
  const { stage } = player;
  const before = stage.path;
  const left = walk();
  if (stage.path !== before) {
    taintWrites(player, node, stage.path, room);
    if (!outlook(node).returns) stage.path = before;
  }
  return left?.how === 'break' && left.label === undefined ? undefined : left;
}

const isNextRound = ({ how, label }: Leaving): boolean => how === 'continue' && label === undefined;

export function forOf(
  player: Player,
  node: NodeOf<'ForOfStatement'>,
  room: Room,
): Leaving | undefined {
  const list = player.iterate(player.of(node.right, room));
  return list && walk(player, node, list, room);
}

export function forIn(
  player: Player,
  node: NodeOf<'ForInStatement'>,
  room: Room,
): Leaving | undefined {
  const { value } = player.of(node.right, room);
  if (value instanceof List) {
    return walk(player, node, new List(value.items.map((_, place) => plain(String(place)))), room);
  }
  if (!(value instanceof Entries)) return undefined;
  return walk(player, node, new List([...value.fields.keys()].map((key) => plain(key))), room);
}

function walk(player: Player, node: Walk, list: List, room: Room): Leaving | undefined {
  return guarded(player, node, room, () => {
    for (let place = 0; place < list.items.length; place++) {
      player.stage.spend();
      const item = list.items[place] as Held;
      const given = held(item.value, merged(item.knows, list.shape));
      const inside = new Room(room);
      if (node.left.type === 'VariableDeclaration') {
        const [declared] = node.left.declarations;
        if (declared) player.declare(declared.id, given, inside);
      } else player.write(node.left, given, inside);
      const left = player.run(node.body, inside);
      if (left !== undefined && !isNextRound(left)) return left;
    }
    return undefined;
  });
}
