import { entriesOf, heldByPairs } from './elements.ts';
import { concrete, fromConcrete, primitive, type Concrete } from './coerce.ts';
import type { Evaluator } from './evaluate.ts';
import { foldMethod } from './fold-methods.ts';
import { codeMakers } from './intrinsics.ts';
import {
  UNKNOWN,
  instanceOf,
  single,
  someNumber,
  someText,
  textsOf,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';

/** Functions of the language without effects, computed here where their arguments are known. */
const pureFunctions: Readonly<Record<string, (...args: never[]) => unknown>> = {
  String: (value: unknown) => String(value),
  Number: (value: unknown) => Number(value),
  Boolean: (value: unknown) => Boolean(value),
  parseInt: (text: string, radix?: number) => parseInt(text, radix),
  parseFloat: (text: string) => parseFloat(text),
  atob: (text: string) => atob(text),
  btoa: (text: string) => btoa(text),
  decodeURIComponent: (text: string) => decodeURIComponent(text),
  decodeURI: (text: string) => decodeURI(text),
  encodeURIComponent: (text: string) => encodeURIComponent(text),
  unescape: percentDecoded,
  'String.fromCharCode': (...codes: number[]) => String.fromCharCode(...codes),
  'String.fromCodePoint': (...codes: number[]) => String.fromCodePoint(...codes),
  'Array.of': (...items: unknown[]) => items,
  'Array.isArray': (value: unknown) => Array.isArray(value),
  'Math.floor': (value: number) => Math.floor(value),
  'Math.round': (value: number) => Math.round(value),
  'Math.trunc': (value: number) => Math.trunc(value),
  'Math.abs': (value: number) => Math.abs(value),
  'Math.min': (...values: number[]) => Math.min(...values),
  'Math.max': (...values: number[]) => Math.max(...values),
  'Math.pow': (base: number, exponent: number) => base ** exponent,
  'Number.parseInt': (text: string, radix?: number) => parseInt(text, radix),
  'JSON.parse': (text: string) => JSON.parse(text) as unknown,
  'JSON.stringify': (value: unknown) => JSON.stringify(value),
};

/** `%41` and `%u0041`, as the language's old `unescape` reads them. */
function percentDecoded(text: string): string {
  return text.replace(/%u([\da-f]{4})|%([\da-f]{2})/gi, (_, long: string, short: string) =>
    String.fromCharCode(parseInt(long || short, 16)),
  );
}

/** What a call of a built-in function gives; undefined where nothing is known of it. */
export function intrinsicCall(
  evaluator: Evaluator,
  path: string,
  args: readonly Values[],
): Values | undefined {
  const reflected = reflectedCall(evaluator, path, args);
  if (reflected !== undefined) return reflected;
  const pure = pureFunctions[path];
  if (pure !== undefined && Object.hasOwn(pureFunctions, path)) {
    const known = args.map((values) => knownArgument(path, single(values)));
    if (!known.every((item) => item !== undefined)) return shapeOf(path);
    try {
      return fromConcrete(pure(...(known.map(({ value }) => value) as never[]))) ?? unknown;
    } catch {
      // Text that does not decode would throw when it runs as well.
      return shapeOf(path);
    }
  }
  if (codeMakers.has(path)) return unknown;
  return path.startsWith('Math.') ? someNumber : undefined;
}

/** What a built-in sees of an argument; to `JSON.stringify` a table is more than its printed form. */
function knownArgument(path: string, value: Value | undefined): Concrete | undefined {
  const isTable = value?.kind === 'object' && path.startsWith('JSON.');
  return value === undefined || isTable ? undefined : (concrete(value) ?? primitive(value));
}

function shapeOf(path: string): Values {
  if (path.startsWith('Math.') || ['Number', 'parseInt', 'parseFloat'].includes(path)) {
    return someNumber;
  }
  return path === 'JSON.parse' || path.startsWith('Array.') ? unknown : someText;
}

/** Calls that reach, wrap or hand on other values. */
function reflectedCall(
  evaluator: Evaluator,
  path: string,
  args: readonly Values[],
): Values | undefined {
  const [first = unknown, second = unknown, third] = args;
  switch (path) {
    case 'require':
      return textsOf(first).map((name) => ({ kind: 'module', name, path: '' }));
    case 'Reflect.get':
      return membersOf(evaluator, first, second);
    case 'Object.getPrototypeOf':
    case 'Reflect.getPrototypeOf':
      return union(...first.map((value) => evaluator.memberOfValue(value, '__proto__')));
    case 'Object.getOwnPropertyDescriptor':
    case 'Reflect.getOwnPropertyDescriptor': {
      const value = membersOf(evaluator, first, second);
      return [{ kind: 'object', properties: new Map([['value', value]]) }];
    }
    case 'Reflect.apply': {
      const list = single(third);
      const elements = list?.kind === 'array' ? list.elements : [];
      return union(...first.map((target) => evaluator.applied(target, elements)));
    }
    case 'Reflect.construct': {
      const target = single(first);
      return target?.kind === 'global' ? instanceOf(target.path) : unknown;
    }
    case 'Object':
    case 'Object.freeze':
    case 'Object.seal':
    case 'Object.preventExtensions':
    case 'Promise.resolve':
    case 'structuredClone':
      return first;
    case 'Object.create':
      return [{ kind: 'object', properties: new Map(), parent: first }];
    case 'Object.setPrototypeOf':
    case 'Reflect.setPrototypeOf':
      return first.map((value) => (value.kind === 'object' ? { ...value, parent: second } : value));
    case 'Object.assign':
      return union(first, second);
    case 'Object.entries':
      return first.flatMap((value): Values =>
        value.kind === 'object' ? entriesList(value.properties, value.rest ?? []) : unknown,
      );
    case 'Object.fromEntries':
      return [{ kind: 'object', ...heldByPairs(first) }];
    case 'Object.values':
      return first.flatMap((value): Values => {
        if (value.kind === 'array') return [value];
        return value.kind === 'object'
          ? [{ kind: 'array', elements: [...value.properties.values(), ...restOf(value.rest)] }]
          : unknown;
      });
    case 'Object.keys':
      return first.flatMap((value): Values =>
        value.kind === 'object' ? (fromConcrete([...value.properties.keys()]) ?? unknown) : unknown,
      );
    case 'Array.from': {
      const list = single(first);
      const known = list && concrete(list);
      const source: unknown = known?.value;
      if (typeof source !== 'string' && !Array.isArray(source)) return undefined;
      const items = fromConcrete(Array.from(source as Iterable<unknown>).slice(0, 2_000));
      const mapper = single(second);
      if (args.length < 2 || items === undefined || mapper === undefined) return items ?? unknown;
      return foldMethod(evaluator, single(items) ?? UNKNOWN, 'map', [[mapper]]) ?? unknown;
    }
    default:
      return undefined;
  }
}

const restOf = (rest: Values | undefined): Values[] => (rest?.length ? [rest] : []);

function entriesList(properties: ReadonlyMap<string, Values>, rest: Values): Values {
  const entries = entriesOf({ properties, rest });
  return [{ kind: 'array', elements: entries.map((entry) => [entry]) }];
}

function membersOf(evaluator: Evaluator, objects: Values, keys: Values): Values {
  const texts = textsOf(keys);
  const found = objects.flatMap((object) =>
    texts.map((key) => evaluator.memberOfValue(object, key)),
  );
  return found.length === 0 ? unknown : union(...found);
}
