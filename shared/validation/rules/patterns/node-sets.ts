import { union, type CharacterSet } from './character-set.ts';
import type { PatternNode } from './pattern-node.ts';

/** The set of a pattern that always matches exactly one character. */
export function onlySet(node: PatternNode): CharacterSet | undefined {
  const inner = unwrapped(node);
  if (inner.kind === 'characters') return inner.set;
  return inner.kind === 'choice' ? unionOf(inner.options, onlySet) : undefined;
}

/** What a pattern's first character (or its last) must be; undefined where it may be empty. */
export function edgeSet(node: PatternNode, isFirst: boolean): CharacterSet | undefined {
  const inner = unwrapped(node);
  switch (inner.kind) {
    case 'characters':
      return inner.set;
    case 'choice':
      return unionOf(inner.options, (option) => edgeSet(option, isFirst));
    case 'repetition':
      return inner.minimum > 0 ? edgeSet(inner.body, isFirst) : undefined;
    case 'sequence': {
      const item = inner.items.at(isFirst ? 0 : -1);
      return item && edgeSet(item, isFirst);
    }
    default:
      return undefined;
  }
}

/** `\d+`, `(\d*)`: the set that is repeated without bound. */
export function loopedSet(node: PatternNode): CharacterSet | undefined {
  const inner = unwrapped(node);
  if (inner.kind !== 'repetition' || inner.maximum !== Infinity) return undefined;
  return onlySet(inner.body);
}

/** The items of a sequence with those of sequences inside it. */
export const flattened = (items: readonly PatternNode[]): PatternNode[] =>
  items.flatMap((item) => {
    const inner = unwrapped(item);
    return inner.kind === 'sequence' ? flattened(inner.items) : [item];
  });

function unionOf(
  options: readonly PatternNode[],
  setOf: (option: PatternNode) => CharacterSet | undefined,
): CharacterSet | undefined {
  const sets = options.map(setOf);
  return sets.every((set) => set !== undefined) ? union(...sets) : undefined;
}

function unwrapped(node: PatternNode): PatternNode {
  let inner = node;
  for (;;) {
    if (inner.kind === 'capture') inner = inner.body;
    else if (inner.kind === 'sequence' && inner.items.length === 1 && inner.items[0]) {
      [inner] = inner.items;
    } else return inner;
  }
}
