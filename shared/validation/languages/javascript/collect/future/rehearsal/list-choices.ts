import { merged, nothing, told, type Knowledge } from './knowledge.ts';
import type { Player } from './player.ts';
import { Callable, List, held, none, plain, type Held, asText } from './things.ts';
import { truthOf } from './truth.ts';
import { seen } from './iterating.ts';

type Each = (item: Held, place: number) => Held;

/** `filter`, `some` and `every`: what is chosen knows what its test knew. */
export function chosenBy(player: Player, name: string, list: List, each: Each): Held {
  const chosen: Held[] = [];
  let shape = list.shape;
  let knows: Knowledge = nothing;
  for (const [place, item] of list.items.entries()) {
    const by = each(item, place);
    knows = merged(knows, told(by.knows));
    const isTrue = truthOf(by.value, player.stage);
    if (name === 'some' && isTrue) return held(true, knows);
    if (name === 'every' && !isTrue) return held(false, knows);
    shape = merged(shape, told(by.knows));
    if (isTrue) chosen.push(seen(item, list));
  }
  return name === 'filter' ? plain(new List(chosen, shape)) : held(name === 'every', knows);
}

/** `find` and its like. */
export function firstWhere(player: Player, name: string, list: List, each: Each): Held {
  const places = list.items.map((_, place) => place);
  if (name.startsWith('findLast')) places.reverse();
  let knows: Knowledge = nothing;
  for (const place of places) {
    const item = list.items[place] as Held;
    const by = each(item, place);
    knows = merged(knows, told(by.knows));
    if (!truthOf(by.value, player.stage)) continue;
    if (name.endsWith('Index')) return held(place, knows);
    return held(item.value, merged(seen(item, list).knows, knows));
  }
  return name.endsWith('Index') ? held(-1, knows) : held(undefined, knows);
}

/** The same elements in the order of a comparison. */
export function sortedBy(player: Player, list: List, by: Held): List {
  const { value: comparator } = by;
  let knows: Knowledge = nothing;
  const compare = (a: Held, b: Held): number => {
    player.stage.spend();
    if (!(comparator instanceof Callable)) {
      knows = merged(knows, merged(a.knows, b.knows));
      return asText(a.value) < asText(b.value) ? -1 : 1;
    }
    const order = player.call(comparator, [a, b], none);
    knows = merged(knows, order.knows);
    return typeof order.value === 'number' ? order.value : 0;
  };
  const items = [...list.items].sort(compare);
  return new List(items, merged(list.shape, told(knows)));
}
