import { concrete, fromConcrete } from './coerce.ts';
import type { Evaluator } from './evaluate.ts';
import { single, someNumber, someText, union, type Value, type Values } from './value.ts';

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
  if (receiver.kind === 'array') {
    const result = overElements(evaluator, receiver.elements, key, args);
    if (result !== undefined) return result;
  }
  const owner = concrete(receiver);
  const list = args.map((values) => single(values)).map((value) => value && concrete(value));
  if (owner === undefined || !list.every((item) => item !== undefined)) {
    return whenUnknown(receiver, key);
  }
  const method = pureMethods.get(`${typeof owner.value}.${key}`);
  if (method === undefined || owner.value === null) return whenUnknown(receiver, key);
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
  elements: readonly Values[],
  key: string,
  args: readonly Values[],
): Values | undefined {
  const callback = single(args[0]);
  if (callback === undefined || elements.length > 500) return undefined;
  const isCallable = ['function', 'global', 'bound'].includes(callback.kind);
  if (!isCallable) return undefined;
  if (key === 'map' || key === 'flatMap') {
    const results = elements.map((element, index) =>
      evaluator.applied(callback, [element, [{ kind: 'constant', value: index }]]),
    );
    return [{ kind: 'array', elements: results }];
  }
  if (key === 'reduce' || key === 'reduceRight') {
    const ordered = key === 'reduce' ? [...elements] : [...elements].reverse();
    let sum = args[1] ?? ordered.shift() ?? [];
    for (const element of ordered) sum = evaluator.applied(callback, [sum, element]);
    return sum;
  }
  if (key === 'find' || key === 'findLast') return union(...elements);
  return key === 'filter' ? [{ kind: 'array', elements }] : undefined;
}
