import { elementOf, seen } from './iterating.ts';
import { merged, nothing, told, type Knowledge } from './knowledge.ts';
import { chosenBy, firstWhere, sortedBy } from './list-choices.ts';
import type { Player } from './player.ts';
import {
  Callable,
  List,
  Steps,
  held,
  native,
  none,
  plain,
  unknown,
  type Held,
  asText,
  everythingIn,
} from './things.ts';
import { calculated } from './operators.ts';

const mostItems = 20_000;

/** What a list method does, and what its result knows. */
export function listMethod(player: Player, name: string): Held {
  return native(name, (args, self) => {
    const { value } = self;
    const list = value instanceof Steps ? restOf(value) : value;
    if (!(list instanceof List)) return plain(unknown);
    player.stage.spend(1 + list.items.length / 8);
    return ofList(player, name, list, args);
  });
}

const restOf = ({ list, at }: Steps): List => new List(list.items.slice(at), list.shape);

function ofList(player: Player, name: string, list: List, args: readonly Held[]): Held {
  const [first = none, second = none] = args;
  const each = (item: Held, place: number): Held =>
    first.value instanceof Callable
      ? player.call(first.value, [seen(item, list), plain(place), plain(list)], none)
      : plain(unknown);
  switch (name) {
    case 'map':
      return plain(new List(list.items.map(each), list.shape));
    case 'flatMap':
      return plain(flattened(list.items.map(each), list.shape));
    case 'flat':
      return plain(flattened(list.items, list.shape));
    case 'forEach':
      list.items.forEach(each);
      return none;
    case 'filter':
    case 'some':
    case 'every':
      return chosenBy(player, name, list, each);
    case 'find':
    case 'findIndex':
    case 'findLast':
    case 'findLastIndex':
      return firstWhere(player, name, list, each);
    case 'reduce':
    case 'reduceRight':
      return folded(
        player,
        name === 'reduceRight',
        list,
        first,
        args.length > 1 ? second : undefined,
      );
    case 'sort':
    case 'toSorted': {
      const items = sortedBy(player, list, first);
      if (name === 'sort') list.items = items.items;
      if (name === 'sort') list.shape = items.shape;
      return plain(name === 'sort' ? list : items);
    }
    case 'reverse':
      list.items.reverse();
      return plain(list);
    case 'toReversed':
      return plain(new List(list.items.toReversed(), list.shape));
    case 'includes':
    case 'indexOf':
    case 'lastIndexOf':
      player.stage.touch(list, first.value, false);
      return sought(player, name, list, first);
    case 'at': {
      const place = Number(first.value);
      if (!Number.isInteger(place)) return plain(unknown);
      const real = place < 0 ? list.items.length + place : place;
      player.stage.touch(list, list.taken + real);
      const item = elementOf(list, real);
      return held(item.value, merged(item.knows, first.knows));
    }
    case 'join':
      return held(joined(list, first), everythingIn(list));
    case 'keys':
      return plain(new Steps(new List(list.items.map((_, place) => plain(place)))));
    case 'values':
    case '@@iterator':
      return plain(new Steps(list));
    case 'entries':
      return plain(
        new Steps(
          new List(
            list.items.map((item, place) => plain(new List([plain(place), item]))),
            list.shape,
          ),
        ),
      );
    default:
      return changed(player, name, list, args);
  }
}

/** Methods that change the list, or cut a part out of it. */
function changed(player: Player, name: string, list: List, args: readonly Held[]): Held {
  const { stage } = player;
  const [first = none, second] = args;
  const numbers = args.map(({ value }) => (typeof value === 'number' ? value : undefined));
  switch (name) {
    case 'push':
    case 'unshift': {
      if (list.items.length > mostItems) return plain(unknown);
      const given = args.map((one) => stage.onPath(one));
      for (const one of given) stage.noteMixed(list.items[0]?.knows ?? nothing, one.knows);
      if (name === 'push') list.items.push(...given);
      else list.items.unshift(...given);
      list.shape = merged(list.shape, stage.path);
      return plain(list.items.length);
    }
    case 'pop':
    case 'shift': {
      const item = elementOf(list, name === 'pop' ? list.items.length - 1 : 0);
      if (name === 'pop') list.items.pop();
      else {
        stage.touch(list, list.taken);
        list.taken += list.items.length > 0 ? 1 : 0;
        list.items.shift();
      }
      return item;
    }
    case 'splice': {
      const [from = 0, count] = numbers;
      const items = list.items.splice(from, count ?? list.items.length, ...args.slice(2));
      if (from === 0) list.taken += items.length - Math.max(0, args.length - 2);
      return plain(new List(items, list.shape));
    }
    case 'slice':
    case 'subarray': {
      const part = new List(
        list.items.slice(numbers[0], second ? numbers[1] : undefined),
        list.shape,
      );
      part.shape = merged(merged(part.shape, first.knows), second?.knows ?? nothing);
      if (first.value !== undefined) stage.touch(list, list.taken + (numbers[0] ?? 0));
      if (numbers[1] !== undefined) stage.touch(list, list.taken + numbers[1]);
      return plain(part);
    }
    case 'concat':
      return plain(
        new List(
          list.items.concat(
            args.flatMap((one) => (one.value instanceof List ? one.value.items : [one])),
          ),
          args.reduce(
            (all, { value }) => (value instanceof List ? merged(all, value.shape) : all),
            list.shape,
          ),
        ),
      );
    case 'fill': {
      const given = stage.onPath(first);
      const [, from = 0, end = list.items.length] = numbers;
      list.items.fill(given, from, end);
      return plain(list);
    }
    case 'copyWithin': {
      const [to = 0, from = 0, end = list.items.length] = numbers;
      list.items.copyWithin(to, from, end);
      return plain(list);
    }
    case 'set': {
      const from = numbers[1] ?? 0;
      player.iterate(first)?.items.forEach((item, place) => {
        if (from + place < list.items.length) list.items[from + place] = item;
      });
      return none;
    }
    case 'with': {
      const items = [...list.items];
      if (numbers[0] !== undefined && second) items[numbers[0]] = second;
      return plain(new List(items, list.shape));
    }
    case 'toSpliced': {
      const items = [...list.items];
      items.splice(numbers[0] ?? 0, numbers[1] ?? items.length, ...args.slice(2));
      return plain(new List(items, list.shape));
    }
    default:
      stage.isUnfaithful = true;
      return none;
  }
}

function flattened(items: readonly Held[], shape: Knowledge): List {
  const all = items.flatMap((one) => (one.value instanceof List ? one.value.items : [one]));
  // How many there are of each tells what decided it.
  const by = items.reduce(
    (knows, { value }) => (value instanceof List ? merged(knows, value.shape) : knows),
    items.reduce(
      (knows, one) => merged(knows, one.value instanceof List ? one.knows : nothing),
      shape,
    ),
  );
  return new List(all, by);
}

function folded(
  player: Player,
  isBackward: boolean,
  list: List,
  by: Held,
  start: Held | undefined,
): Held {
  if (!(by.value instanceof Callable)) return plain(unknown);
  const places = list.items.map((_, place) => place);
  if (isBackward) places.reverse();
  let sum = start;
  for (const place of places) {
    const item = seen(list.items[place] as Held, list);
    sum =
      sum === undefined
        ? item
        : player.call(by.value, [sum, item, plain(place), plain(list)], none);
  }
  return sum ?? none;
}

function sought({ stage }: Player, name: string, list: List, { value, knows }: Held): Held {
  const place = list.items.findIndex((item) => calculated('===', item.value, value) === true);
  stage.meetPlace(everythingIn(list), knows);
  const by = told(merged(everythingIn(list), knows));
  return held(name === 'includes' ? place >= 0 : place, by);
}

const joined = (list: List, by: Held): string =>
  list.items
    .map(({ value }) => (typeof value === 'object' || value === undefined ? '' : String(value)))
    .join(by.value === undefined ? ',' : asText(by.value))
    .slice(0, 100_000);
