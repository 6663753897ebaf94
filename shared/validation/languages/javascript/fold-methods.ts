import { concrete, fromConcrete, type Concrete } from './coerce.ts';
import { ofCollection, ofList } from './collections.ts';
import { elementsOf } from './elements.ts';
import type { Evaluator } from './evaluate.ts';
import {
  UNKNOWN,
  single,
  listOf,
  someNumber,
  someText,
  union,
  type Value,
  type Values,
} from './value.ts';

/** Methods without effects whose result on known texts, lists and numbers is computed here. */
const pureMethods: ReadonlyMap<string, object> = new Map([
  ...[
    'at',
    'charAt',
    'charCodeAt',
    'codePointAt',
    'concat',
    'indexOf',
    'normalize',
    'replace',
    'replaceAll',
    'slice',
    'split',
    'substr',
    'substring',
    'toLowerCase',
    'toString',
    'toUpperCase',
    'trim',
    'trimEnd',
    'trimStart',
  ].map((name): [string, object] => [`string.${name}`, String.prototype]),
  ...[
    'at',
    'concat',
    'flat',
    'indexOf',
    'join',
    'reverse',
    'slice',
    'sort',
    'toReversed',
    'toSorted',
    'toString',
    'with',
    'pop',
    'shift',
  ].map((name): [string, object] => [`object.${name}`, Array.prototype]),
  ['number.toString', Number.prototype],
  ['boolean.toString', Boolean.prototype],
]);

/** Methods that give a text, whatever text they are called on. */
const textMethods = new Set(['join', 'repeat', 'padStart', 'padEnd', 'toFixed', 'toString']);

/** `receiver.key(…args)` where it can be computed; undefined where the method is none of these. */
export function foldMethod(
  evaluator: Evaluator,
  receiver: Value,
  key: string,
  args: readonly Values[],
): Values | undefined {
  if (receiver.kind === 'instance') {
    const result = ofCollection(receiver, key, args);
    if (result !== undefined) return result;
  }
  if (receiver.kind === 'array') {
    const result = overElements(evaluator, receiver, key, args) ?? joined(receiver, key, args);
    if (result !== undefined) return result;
  }
  const owner = concrete(receiver);
  const list = owner && concreteArguments(args);
  if (owner === undefined || list === undefined) {
    const isList = receiver.kind === 'array';
    return (isList ? ofList(receiver, key, args) : undefined) ?? whenUnknown(receiver, key);
  }
  const method = pureMethods.get(`${typeof owner.value}.${key}`);
  if (method === undefined || owner.value === null) return whenUnknown(receiver, key);
  // `replaceAll` makes the product of two texts.
  const isLong = list.some(({ value }) => typeof value === 'string' && value.length > 500);
  if (key.startsWith('replace') && isLong) return whenUnknown(receiver, key);
  const call = (method as Record<string, (...args: unknown[]) => unknown>)[key];
  if (call === undefined) return undefined;
  try {
    const known = list.map((item) => item.value);
    return fromConcrete(Reflect.apply(call, owner.value, known)) ?? whenUnknown(receiver, key);
  } catch {
    // Arguments that the method itself refuses would throw when it runs as well.
    return whenUnknown(receiver, key);
  }
}

function concreteArguments(args: readonly Values[]): Concrete[] | undefined {
  const list: Concrete[] = [];
  for (const values of args) {
    const only = single(values);
    const item = only && concrete(only);
    if (item === undefined) return undefined;
    list.push(item);
  }
  return list;
}

/** A list that is filled elsewhere, joined: as it stands in the text, or in some other order. */
function joined(
  { elements, rest }: Extract<Value, { kind: 'array' }>,
  key: string,
  args: readonly Values[],
): Values | undefined {
  if (key !== 'join' || rest === undefined) return undefined;
  const list = concrete({ kind: 'array', elements });
  const by = args[0] === undefined ? { value: ',' } : concrete(single(args[0]) ?? UNKNOWN);
  if (!Array.isArray(list?.value) || by === undefined) return someText;
  return union(fromConcrete((list.value as unknown[]).join(String(by.value))) ?? [], someText);
}

function whenUnknown(receiver: Value, key: string): Values | undefined {
  if (receiver.kind === 'array') return key === 'join' ? someText : undefined;
  if (receiver.kind === 'number') return key.startsWith('to') ? someText : undefined;
  if (receiver.kind !== 'text' && receiver.kind !== 'constant') {
    return textMethods.has(key) && receiver.kind === 'instance' ? someText : undefined;
  }
  if (key.startsWith('constructor') || key.startsWith('__')) return undefined;
  if (key === 'split') return undefined;
  if (key === 'charCodeAt' || key === 'indexOf' || key === 'codePointAt') return someNumber;
  return someText;
}

/** `map`, `filter` and `reduce` with a function of this text or of the language. */
function overElements(
  evaluator: Evaluator,
  { elements, rest }: Extract<Value, { kind: 'array' }>,
  key: string,
  args: readonly Values[],
): Values | undefined {
  const callback = single(args[0]);
  if (callback === undefined || elements.length > 500) return undefined;
  const isCallable = ['function', 'global', 'bound'].includes(callback.kind);
  if (!isCallable) return undefined;
  if (key === 'filter') return [kept(evaluator, callback, elements, rest)];
  if (key === 'map' || key === 'flatMap') {
    const results = elements.map((element, index) =>
      evaluator.applied(callback, [element, [{ kind: 'constant', value: index }]]),
    );
    if (key === 'flatMap' && rest === undefined) return [flattened(results)];
    return [
      {
        kind: 'array',
        elements: results,
        ...(rest?.length ? { rest: evaluator.applied(callback, [rest]) } : {}),
      },
    ];
  }
  if (key === 'reduce' || key === 'reduceRight') {
    const ordered = key === 'reduce' ? [...elements] : [...elements].reverse();
    let sum = args[1] ?? ordered.shift() ?? [];
    for (const element of ordered) sum = evaluator.applied(callback, [sum, element]);
    return sum;
  }
  return key === 'find' || key === 'findLast' ? union(...elements) : undefined;
}

type List = Extract<Value, { kind: 'array' }>;

/** Lists among the results are put in with their elements. */
function flattened(results: readonly Values[]): Value {
  const elements: Values[] = [];
  const rest: Values[] = [];
  for (const values of results) {
    const only = single(values);
    if (only?.kind === 'array' && only.rest === undefined) elements.push(...only.elements);
    else if (only?.kind === 'constant') elements.push(values);
    else rest.push(values, elementsOf(values));
  }
  if (rest.length === 0) return listOf(elements);
  return { kind: 'array', elements, rest: union(...elements, ...rest) };
}

/** Those elements that are kept; where the text does not say which, any may stand anywhere. */
function kept(
  evaluator: Evaluator,
  callback: Value,
  elements: readonly Values[],
  rest: Values | undefined,
): List {
  const answers = elements.map((element) => {
    const answer = single(evaluator.applied(callback, [element]));
    return answer?.kind === 'constant' ? Boolean(answer.value) : undefined;
  });
  const left = elements.filter((_, index) => answers[index] !== false);
  if (rest === undefined && !answers.includes(undefined)) return { kind: 'array', elements: left };
  return { kind: 'array', elements: left, rest: union(...left, rest ?? []) };
}
