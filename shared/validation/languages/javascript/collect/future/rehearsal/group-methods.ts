import { entriesOf } from './iterating.ts';
import { merged, nothing, told, type Knowledge } from './knowledge.ts';
import type { Player } from './player.ts';
import {
  Callable,
  Group,
  List,
  Steps,
  held,
  native,
  none,
  plain,
  unknown,
  type Held,
  everythingIn,
} from './things.ts';

/** Methods of maps and sets. */
export function groupMethod(player: Player, name: string): Held {
  return native(name, (args, self) => {
    const { value } = self;
    player.stage.spend(1 + (value instanceof Group ? value.entries.size / 8 : 0));
    return value instanceof Group ? ofGroup(player, name, value, args) : plain(unknown);
  });
}

function ofGroup(player: Player, name: string, group: Group, args: readonly Held[]): Held {
  const { stage } = player;
  const [key = none, given = none] = args;
  const { entries } = group;
  if (/^(?:get|has)$/.test(name)) stage.touch(group, key.value, false);
  if (name === 'has' && group.isSet) stage.meetPlace(everythingIn(group), key.knows);
  switch (name) {
    case 'get': {
      const found = entries.get(key.value)?.[1] ?? none;
      return held(found.value, merged(merged(found.knows, key.knows), group.shape));
    }
    case 'has':
      return held(
        entries.has(key.value),
        told(merged(merged(key.knows, group.shape), keysOf(group))),
      );
    case 'set':
    case 'add': {
      const value = stage.onPath(name === 'set' ? given : key);
      if (entries.size < 20_000) entries.set(key.value, [stage.onPath(key), value]);
      group.shape = merged(group.shape, merged(stage.path, group.isSet ? key.knows : nothing));
      return plain(group);
    }
    case 'delete':
      return held(entries.delete(key.value), group.shape);
    case 'clear':
      entries.clear();
      return none;
    case 'keys':
      return plain(
        new Steps(
          new List(
            [...entries.values()].map(([one]) => one),
            group.shape,
          ),
        ),
      );
    case 'values':
      return plain(
        new Steps(
          new List(
            [...entries.values()].map(([, one]) => one),
            group.shape,
          ),
        ),
      );
    case 'entries':
    case '@@iterator':
      return plain(new Steps(entriesOf(group)));
    case 'forEach':
      for (const [one, value] of entries.values()) {
        if (key.value instanceof Callable) player.call(key.value, [value, one, plain(group)], none);
      }
      return none;
    default:
      return none;
  }
}

const keysOf = ({ entries, isSet }: Group): Knowledge =>
  isSet
    ? [...entries.values()].reduce<Knowledge>((all, [key]) => merged(all, key.knows), nothing)
    : nothing;
