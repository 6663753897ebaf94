import type { PythonEvaluator } from './evaluate.ts';
import { childOf, childrenOf, type PythonNode } from './node.ts';
import { memberOf } from './member.ts';
import {
  listValue,
  numberIn,
  textValue,
  textsIn,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';

const longestList = 2000;

/** The items of a list or the characters of a text, in order; undefined where they are not known. */
export function itemsOf(values: Values): readonly Values[] | undefined {
  const [value, second] = values;
  if (value === undefined || second !== undefined) return undefined;
  if (value.kind === 'list') return value.items;
  if (value.kind === 'table')
    return value.isWhole ? keysOf(value.entries) : [...value.entries.values()];
  if (value.kind !== 'text' || value.text === undefined || value.text.length > longestList)
    return undefined;
  return value.isBytes
    ? [...value.text].map((one) => [{ kind: 'number', number: one.charCodeAt(0) }])
    : [...value.text].map((one) => [textValue(one)]);
}

const keysOf = (entries: ReadonlyMap<string, Values>): Values[] =>
  [...entries.keys()].map((key) => [textValue(key)]);

/** `a[b]`: of a known list or table, of a text, or of a table of the language's names. */
export function subscriptOf(node: PythonNode, evaluator: PythonEvaluator): Values {
  const owner = childOf(node, 'value');
  const [index, more] = childrenOf(node, 'subscript');
  if (owner === undefined || index === undefined || more !== undefined) return unknown;
  const values = evaluator.valuesOf(owner);
  if (index.kind === 'slice')
    return union(values.map((value) => [sliced(value, index, evaluator)]));
  const at = evaluator.valuesOf(index);
  return union(values.map((value) => itemOf(value, at, evaluator)));
}

/** An item by what it can be called; of namespaces, what the name means. */
export function itemOf(value: Value, at: Values, evaluator: PythonEvaluator): Values {
  const { texts, isCertain } = textsIn(at);
  if (value.kind === 'path') return ofNamespace(value.path, texts, isCertain, evaluator);
  if (value.kind === 'table') {
    const found = texts.flatMap((text) => value.entries.get(text) ?? []);
    const isKnown = isCertain && value.isWhole && found.length > 0;
    return isKnown ? found : union([...value.entries.values(), unknown]);
  }
  const items = itemsOf([value]);
  if (items === undefined) return value.kind === 'text' ? [textValue(undefined)] : unknown;
  const number = numberIn(at);
  return number === undefined ? union([...items]) : (items.at(number) ?? unknown);
}

/** Tables of names: `globals()['eval']`, `__builtins__['eval']`, `vars(os)['system']`, `sys.modules['os']`. */
function ofNamespace(
  path: string,
  texts: readonly string[],
  isCertain: boolean,
  evaluator: PythonEvaluator,
): Values {
  const owner = namespaceOf(path);
  if (owner === undefined) return [{ kind: 'path', path: `${path}()` }];
  const found = texts.map((text) => nameIn(owner, text, evaluator));
  return union([...found, ...(isCertain ? [] : [unknown])]);
}

/** Whose names a table holds: '' for the language's own, '*' for the modules by name. */
export function namespaceOf(path: string): string | undefined {
  if (path === '__builtins__' || path.endsWith('.__builtins__') || path.endsWith('.__globals__'))
    return '';
  if (/^(?:globals|locals|vars)\(\)$/.test(path) || path === 'builtins:__dict__') return '';
  if (path === 'sys:modules') return '*';
  return path.endsWith('__dict__')
    ? path.slice(0, -'__dict__'.length).replace(/\.$/, '')
    : undefined;
}

function nameIn(owner: string, text: string, evaluator: PythonEvaluator): Values {
  if (owner === '*') return [{ kind: 'path', path: `${text.split('.')[0] ?? ''}:` }];
  if (owner !== '') return memberOf([{ kind: 'path', path: owner }], text, evaluator);
  if (text === '__builtins__') return [{ kind: 'path', path: '__builtins__' }];
  const own = evaluator.scopes.module.variables.get(text);
  if (own === undefined) return [{ kind: 'path', path: text }];
  return union(own.bindings.map(({ source }) => evaluator.valuesOfSource(source)));
}

function sliced(value: Value, slice: PythonNode, evaluator: PythonEvaluator): Value {
  const bounds = boundsOf(slice, evaluator);
  const isUnknownText = value.kind === 'text' && (value.text === undefined || bounds === undefined);
  if (isUnknownText) return textValue(undefined);
  const items = itemsOf([value]);
  if (items === undefined || bounds === undefined)
    return value.kind === 'path' ? value : { kind: 'unknown' };
  const picked = pick(items, bounds);
  if (value.kind !== 'text') return listValue(picked);
  const text = pick([...(value.text ?? '')], bounds).join('');
  return textValue(text, value.isBytes);
}

type Bounds = readonly [number | undefined, number | undefined, number | undefined];

/** Start, stop and step; undefined where one of them is written and not known. */
export function boundsOf(slice: PythonNode, evaluator: PythonEvaluator): Bounds | undefined {
  const bounds: (number | undefined)[] = [undefined, undefined, undefined];
  let at = 0;
  for (const part of slice.children) {
    if (part.kind === ':') at += 1;
    else if (part.isNamed && part.kind !== 'none') {
      const number = numberIn(evaluator.valuesOf(part));
      if (number === undefined) return undefined;
      bounds[at] = number;
    }
  }
  return [bounds[0], bounds[1], bounds[2]];
}

/** Python's slice. */
function pick<Item>(items: readonly Item[], [from, to, by = 1]: Bounds): Item[] {
  const { length } = items;
  const clamp = (index: number, low: number, high: number): number =>
    Math.min(Math.max(index < 0 ? index + length : index, low), high);
  const picked: Item[] = [];
  if (!Number.isInteger(by) || by === 0) return picked;
  const [low, high] = by > 0 ? [0, length] : [-1, length - 1];
  const start = from === undefined ? (by > 0 ? 0 : length - 1) : clamp(from, low, high);
  const stop = to === undefined ? (by > 0 ? length : -1) : clamp(to, low, high);
  for (let index = start; by > 0 ? index < stop : index > stop; index += by) {
    const item = items[index];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}
