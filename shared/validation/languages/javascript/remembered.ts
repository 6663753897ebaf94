/** What nodes and variables begin with. */
export type Memory = Map<object, unknown> | undefined;

/**
 * What was found out about a node, a variable or the like, kept with it. A WeakMap does the same, but
 * one that outlives a text also keeps the text's tree through V8's quick collections: the trees pile
 * up until a full one, and copying them about takes longer than judging.
 */
export class Remembered<Key extends object, Value> {
  get(key: Key): Value | undefined {
    return (key as { memory?: Memory }).memory?.get(this) as Value | undefined;
  }

  has(key: Key): boolean {
    return (key as { memory?: Memory }).memory?.has(this) ?? false;
  }

  set(key: Key, value: Value): void {
    ((key as { memory?: Memory }).memory ??= new Map()).set(this, value);
  }
}
