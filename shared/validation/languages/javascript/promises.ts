import type { FunctionLike } from './node.ts';
import { instanceOf, union, unknown, type Value, type Values } from './value.ts';

/** An asynchronous function gives a promise; what it resolves to is kept beside it, for whoever waits. */
export const promised = ({ async: isAsync }: FunctionLike, values: Values): Values =>
  isAsync ? union(values, instanceOf('Promise')) : values;

/** What comes of waiting; where nothing else is known, nothing is. */
export function awaited(values: Values): Values {
  if (!values.some(isPromise)) return values;
  const others = values.filter((value) => !isPromise(value));
  return others.length > 0 ? others : unknown;
}

const isPromise = (value: Value): boolean => value.kind === 'instance' && value.of === 'Promise';
