import { merged } from './knowledge.ts';
import type { Player } from './player.ts';
import { Callable, Entries, Group, List, Steps, held, plain, type Held } from './things.ts';

/** What a walk over something comes by; undefined for what is not known. */
export function iterated(player: Player, given: Held): List | undefined {
  const { value } = given;
  if (value instanceof List) return value;
  if (value instanceof Group) {
    player.stage.spend(value.entries.size);
    return entriesOf(value);
  }
  if (value instanceof Steps) {
    const rest = new List(value.list.items.slice(value.at), value.list.shape);
    value.at = value.list.items.length;
    return rest;
  }
  if (typeof value === 'string') {
    player.stage.spend(value.length);
    return new List([...value].map((letter) => held(letter, given.knows)));
  }
  if (value instanceof Entries) {
    const maker = player.member(given, plain('@@iterator'));
    if (maker.value instanceof Callable) {
      const made = player.call(maker.value, [], given);
      return made.value instanceof Entries ? undefined : player.iterate(made);
    }
  }
  return undefined;
}

export const entriesOf = (group: Group): List =>
  new List(
    [...group.entries.values()].map(([key, value]) =>
      group.isSet ? key : plain(new List([key, value])),
    ),
    group.shape,
  );

/** One element of a list, as it is known where it is. */
export const elementOf = (list: List, place: number): Held => {
  const item = list.items[place];
  return item === undefined
    ? held(undefined, list.shape)
    : held(item.value, merged(item.knows, list.shape));
};

export const seen = (item: Held, { shape }: List): Held =>
  shape.length === 0 ? item : held(item.value, merged(item.knows, shape));
