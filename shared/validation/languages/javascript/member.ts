import { elementsOf } from './elements.ts';
import { intrinsicKind, selfNames } from './intrinsics.ts';
import {
  UNKNOWN,
  constant,
  globalAt,
  instanceOf,
  maker,
  prototype,
  someNumber,
  someText,
  undefinedValue,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';

/** What `value.key` reaches, by the language's own rules. Members of this text's own values are looked up elsewhere. */
export function memberOf(value: Value, key: string, depth = 0): Values {
  switch (value.kind) {
    case 'constant':
      return memberOfPrimitive(value.value, key);
    case 'text':
      return memberOfInstance('String', key);
    case 'number':
      return memberOfInstance('Number', key);
    case 'instance':
      if (key === 'source' && value.source !== undefined) return constant(value.source);
      if (key === 'message' && value.of.endsWith('Error')) {
        return value.held?.properties.get(key) ?? someText;
      }
      if (key === 'size') return someNumber;
      return memberOfInstance(value.of, key);
    case 'array':
      return memberOfArray(value, key);
    case 'object':
      return memberOfObject(value, key, depth);
    case 'global':
      return memberOfGlobal(value.path, key);
    case 'module':
      return memberOfModule(value, key);
    case 'function':
      return memberOfFunction(value, key);
    case 'bound':
      return key === 'constructor' ? globalAt('Function') : memberOfInstance('Function', key);
    case 'maker':
      if (key === 'constructor') return globalAt('Function');
      if (key === 'prototype' || key === '__proto__') return prototype;
      return unknown;
    case 'prototype':
    case 'self':
    case 'unknown':
      if (key === 'constructor') return maker;
      return key === '__proto__' ? prototype : unknown;
  }
}

/** What `value[key]` can be for a key that is not known: an element, or nothing that can be said. */
export function anyMemberOf(value: Value): Values {
  if (value.kind === 'array') return [...elementsOf([value]).slice(0, 50), UNKNOWN];
  if (value.kind === 'object') {
    return [...union(...value.properties.values(), value.rest ?? []).slice(0, 50), UNKNOWN];
  }
  if (value.kind === 'text') return someText;
  return value.kind === 'constant' && typeof value.value === 'string' ? someText : unknown;
}

function memberOfPrimitive(value: unknown, key: string): Values {
  if (value === null || value === undefined) return undefinedValue;
  if (typeof value === 'string') {
    const index = Number(key);
    if (Number.isInteger(index)) return constant(value[index]);
    if (key === 'length') return constant(value.length);
    return memberOfInstance('String', key);
  }
  if (typeof value === 'number') return memberOfInstance('Number', key);
  return memberOfInstance(typeof value === 'boolean' ? 'Boolean' : 'BigInt', key);
}

function memberOfInstance(of: string, key: string): Values {
  if (key === 'constructor') return globalAt(of);
  if (key === '__proto__') return globalAt(`${of}.prototype`);
  if (of === 'String' && key === 'length') return someNumber;
  if (of === 'String' && /^\d+$/.test(key)) return someText;
  if (key === 'length' || /^\d+$/.test(key)) return unknown;
  return of === 'Object' || of === 'arguments' ? unknown : inheritedBy(of, key);
}

/** What classes of the language have: asked for at every call of a method, and always the same. */
const inherited = new Map<string, Map<string, Values>>();

function inheritedBy(of: string, key: string): Values {
  const known = inherited.get(of)?.get(key);
  if (known !== undefined) return known;
  if (!inherits(of, key)) return unknown;
  const values = globalAt(`${of}.prototype.${key}`);
  // Of others any name may be asked for, and a hostile text asks for many.
  if (of in globalThis) {
    const members = inherited.get(of) ?? new Map<string, Values>();
    inherited.set(of, members.set(key, values));
  }
  return values;
}

/**
 * A row that is read at a place which only seems to be `null` is no member of `Array.prototype`, and
 * `new URL(text).pathname` is computed, no method that the class has.
 */
function inherits(of: string, key: string): boolean {
  const builtIn = (globalThis as Record<string, unknown>)[of];
  if (typeof builtIn !== 'function') return true;
  for (
    let owner: unknown = builtIn.prototype;
    typeof owner === 'object' && owner !== null;
    owner = Object.getPrototypeOf(owner)
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, key);
    // `Error.prototype.message` is a text.
    if (descriptor !== undefined) return typeof descriptor.value === 'function';
  }
  return false;
}

type List = Extract<Value, { kind: 'array' }>;
type Table = Extract<Value, { kind: 'object' }>;

/** Longer chains of prototypes, each of which may be one of several, are not followed. */
const mostParents = 6;

function memberOfObject({ properties, rest, parent }: Table, key: string, depth: number): Values {
  const own = properties.get(key);
  const stored = rest ?? [];
  if (own !== undefined) return union(own, stored);
  const parents = depth < mostParents ? (parent ?? []).slice(0, 3) : [];
  const inherited = union(...parents.map((value) => memberOf(value, key, depth + 1)));
  return union(inherited.length > 0 ? inherited : memberOfInstance('Object', key), stored);
}

function memberOfArray({ elements, rest }: List, key: string): Values {
  const index = Number(key);
  if (Number.isInteger(index) && index >= 0) {
    return union(elements[index] ?? (rest === undefined ? undefinedValue : []), rest ?? []);
  }
  // The parts of a tagged template stand there twice.
  if (key === 'raw') return [{ kind: 'array', elements }];
  // Lists grow and shrink while they are used.
  if (key === 'length') return someNumber;
  return memberOfInstance('Array', key);
}

function memberOfGlobal(path: string, key: string): Values {
  if (path === '') {
    if (key === 'constructor') return globalAt('Object');
    if (key === '__proto__') return globalAt('Object.prototype');
    // `window[0]` is the global object of the first frame.
    return selfNames.has(key) || /^\d+$/.test(key) ? globalAt('') : globalAt(key);
  }
  const kind = intrinsicKind(path);
  if (key === 'constructor') {
    if (kind === 'function') return globalAt('Function');
    if (kind === 'prototype') return globalAt(path.slice(0, -'.prototype'.length));
    return kind === 'namespace' ? globalAt('Object') : maker;
  }
  if (key === '__proto__') {
    if (kind === 'function') return globalAt('Function.prototype');
    return globalAt('Object.prototype');
  }
  // `document.defaultView`, `Window.window`: further names under which hosts keep the global object.
  if (key === 'defaultView' || key === 'contentWindow') return globalAt('');
  if (kind === 'function' && ['call', 'apply', 'bind'].includes(key)) {
    return globalAt(`Function.prototype.${key}`);
  }
  return globalAt(`${path}.${key}`);
}

function memberOfModule(value: Extract<Value, { kind: 'module' }>, key: string): Values {
  if (key === 'constructor') return value.path === '' ? maker : globalAt('Function');
  if (key === 'default' && value.path === '') return [value];
  const path = value.path === '' ? key : `${value.path}.${key}`;
  return [{ kind: 'module', name: value.name, path }];
}

function memberOfFunction(value: Extract<Value, { kind: 'function' }>, key: string): Values {
  const { node } = value;
  if (key === 'constructor') {
    const isClass = node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
    if (isClass) return globalAt('Function');
    return globalAt(`${node.async ? 'Async' : ''}${node.generator ? 'Generator' : ''}Function`);
  }
  if (key === '__proto__') {
    const [made] = memberOfFunction(value, 'constructor');
    return made?.kind === 'global' ? globalAt(`${made.path}.prototype`) : prototype;
  }
  if (key === 'prototype') return instanceOf('Object');
  if (['call', 'apply', 'bind', 'caller', 'arguments', 'toString'].includes(key)) {
    return globalAt(`Function.prototype.${key}`);
  }
  return unknown;
}
