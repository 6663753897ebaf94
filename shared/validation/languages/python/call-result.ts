import type { PythonEvaluator } from './evaluate.ts';
import { charactersOf, decoded, foldTextMethod, fromBase64, fromHex } from './fold-method.ts';
import { asText, fromCode } from './fold-string.ts';
import { modulePath } from './imported-names.ts';
import { itemOf, itemsOf } from './items.ts';
import { memberOf } from './member.ts';
import { childOf, namedOf, nameOf, type PythonNode } from './node.ts';
import { returnsOf } from './returns.ts';
import {
  listValue,
  numberIn,
  pathValue,
  textsIn,
  textValue,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';

/** What a call passes: in order, and by name. */
export interface Passed {
  readonly list: readonly Values[];
  readonly named: ReadonlyMap<string, Values>;
  /** Both. */
  readonly all: readonly Values[];
}

const nothingNamed: ReadonlyMap<string, Values> = new Map();

/** What is passed in order alone. */
const inOrder = (list: readonly Values[]): Passed => ({ list, named: nothingNamed, all: list });

export function passedTo(call: PythonNode, evaluator: PythonEvaluator): Passed {
  const list: Values[] = [];
  let named: Map<string, Values> | undefined;
  const written = childOf(call, 'arguments');
  // `f(x for x in y)` has the one argument without a list around it.
  const nodes = written?.kind === 'argument_list' ? namedOf(written) : written ? [written] : [];
  for (const node of nodes) {
    if (node.kind === 'keyword_argument') {
      const [name, value] = [childOf(node, 'name'), childOf(node, 'value')];
      if (name && value) (named ??= new Map()).set(nameOf(name), evaluator.valuesOf(value));
    } else if (node.kind === 'list_splat') {
      const [inner] = namedOf(node);
      list.push(...((inner && itemsOf(evaluator.valuesOf(inner))) ?? [unknown]));
    } else if (node.kind === 'dictionary_splat') {
      const [inner] = namedOf(node);
      for (const [key, values] of inner ? entriesOf(evaluator.valuesOf(inner)) : [])
        (named ??= new Map()).set(key, values);
    } else list.push(evaluator.valuesOf(node));
  }
  return named === undefined ? inOrder(list) : { list, named, all: [...list, ...named.values()] };
}

const entriesOf = (values: Values): (readonly [string, Values])[] =>
  values.flatMap((value) => (value.kind === 'table' ? [...value.entries] : []));

export function callResult(call: PythonNode, evaluator: PythonEvaluator): Values {
  const callee = childOf(call, 'function');
  if (callee === undefined) return unknown;
  const functions = evaluator.valuesOf(callee);
  if (functions.every(({ kind }) => kind === 'unknown')) return unknown;
  const passed = passedTo(call, evaluator);
  return union(functions.map((one) => resultOf(one, passed, evaluator)));
}

export function resultOf(value: Value, passed: Passed, evaluator: PythonEvaluator): Values {
  switch (value.kind) {
    case 'path':
      return ofPath(value.path, passed, evaluator);
    case 'function':
      return returnsOf(value.node, evaluator);
    case 'class':
      return [{ kind: 'instance', of: value.node }];
    case 'method':
      return ofMethod(value, passed, evaluator);
    case 'getter': {
      const found = value.name
        .split('.')
        .reduce((at, name) => memberOf(at, name, evaluator), passed.list[0] ?? unknown);
      return value.calls ? union(found.map((one) => resultOf(one, inOrder([]), evaluator))) : found;
    }
    default:
      return unknown;
  }
}

function ofMethod(
  { of, name }: Extract<Value, { kind: 'method' }>,
  { list, named }: Passed,
  evaluator: PythonEvaluator,
): Values {
  if (of.kind === 'text') return [foldTextMethod(of, name, list, named)];
  if (/^(?:get|pop|setdefault|__getitem__)$/.test(name) && list[0])
    return union([itemOf(of, list[0], evaluator), ...list.slice(1)]);
  if (of.kind === 'table' && name === 'values') return [listValue([...of.entries.values()])];
  return name === 'copy' ? [of] : unknown;
}

/** `getattr(x, 'name', other)`. */
function memberByName(
  { list: [owner, name, ...others] }: Passed,
  evaluator: PythonEvaluator,
): Values {
  if (owner === undefined || name === undefined) return unknown;
  const { texts, isCertain } = textsIn(name);
  const found = texts.map((text) => memberOf(owner, text.normalize('NFKC'), evaluator));
  return union([...found, ...others, ...(isCertain ? [] : [unknown])]);
}

function modules(name: Values | undefined, toRoot: boolean): Values {
  const { texts, isCertain } = textsIn(name ?? []);
  const found = texts.map((text) =>
    pathValue(modulePath(toRoot ? (text.split('.')[0] ?? '') : text)),
  );
  return [...found, ...(isCertain && found.length > 0 ? [] : unknown)];
}

const textOfFirst = (
  list: readonly Values[],
  fold: (text: string) => string | undefined,
  isBytes = false,
): Values => {
  const { texts, isCertain } = textsIn(list[0] ?? []);
  const folded = texts.map((text) => textValue(fold(text), isBytes));
  return isCertain && folded.length > 0 ? folded : [textValue(undefined, isBytes)];
};

/** `numpy.__getattribute__('f2py')`: the owner stands before the dot. */
const lookup = /^(?!object\.|type\.)(.*[.:])__getattribute__$/;

function ofPath(path: string, passed: Passed, evaluator: PythonEvaluator): Values {
  const { list, named } = passed;
  const [first] = list;
  const [, owner] = lookup.exec(path) ?? [];
  if (owner !== undefined) {
    const of: Values = [pathValue(owner.replace(/\.$/, ''))];
    return memberByName({ ...passed, list: list.length > 1 ? list : [of, ...list] }, evaluator);
  }
  switch (path) {
    case 'getattr':
    case 'object.__getattribute__':
    case 'type.__getattribute__':
    case 'inspect:getattr_static':
      return memberByName(passed, evaluator);
    case '__import__':
      return modules(first ?? named.get('name'), !list[3] && !named.has('fromlist'));
    case 'importlib:import_module':
    case 'importlib:__import__':
      return modules(first ?? named.get('name'), false);
    case 'operator:attrgetter':
    case 'operator:methodcaller': {
      const { texts, isCertain } = textsIn(first ?? []);
      const calls = path.endsWith('methodcaller');
      const getters = texts.map((name): Value => ({ kind: 'getter', name, calls }));
      return isCertain && getters.length > 0 ? getters : [...getters, ...unknown];
    }
    case 'operator:getitem':
      return first && list[1]
        ? union(first.map((one) => itemOf(one, list[1] ?? unknown, evaluator)))
        : unknown;
    case 'vars':
      if (first !== undefined) return memberOf(first, '__dict__', evaluator);
      return [pathValue('vars()')];
    case 'functools:partial':
    case 'copy:copy':
    case 'copy:deepcopy':
      return first ?? unknown;
    case 'functools:reduce':
      return reduced(passed, evaluator);
    case 'next':
    case 'max':
    case 'min':
      return union([...((first && itemsOf(first)) ?? []), unknown]);
    case 'map':
      return [listValue(mapped(passed, evaluator))];
    case 'chr': {
      const code = numberIn(first ?? []);
      return [textValue(code === undefined ? undefined : fromCode(code))];
    }
    case 'ord': {
      const [text] = textsIn(first ?? []).texts;
      return [{ kind: 'number', number: text?.codePointAt(0) }];
    }
    case 'str':
      if (list.length > 1 || named.size > 0) return textOfFirst(list, decoded);
      return [textValue(first?.length === 1 ? asText(first[0]) : undefined)];
    case 'bytes':
    case 'bytearray':
      return textsIn(first ?? []).texts.length > 0
        ? textOfFirst(list, (text) => text, true)
        : [textValue(charactersOf(first), true)];
    case 'str.join': {
      const [between] = first ?? [];
      return between?.kind === 'text'
        ? [foldTextMethod(between, 'join', list.slice(1), named)]
        : [textValue(undefined)];
    }
    case 'bytes.fromhex':
    case 'bytearray.fromhex':
    case 'binascii:unhexlify':
    case 'binascii:a2b_hex':
      return textOfFirst(list, fromHex, true);
    case 'base64:b64decode':
    case 'base64:urlsafe_b64decode':
    case 'base64:standard_b64decode':
    case 'binascii:a2b_base64':
      return textOfFirst(list, fromBase64, true);
    case 'codecs:decode':
    case 'codecs:encode':
      return textOfFirst(list, (text) =>
        decoded(text, textsIn(list[1] ?? named.get('encoding') ?? []).texts[0]),
      );
    case 'sys:intern':
      return first ?? unknown;
    case 'list':
    case 'tuple':
    case 'set':
    case 'sorted':
    case 'iter':
      return [listValue(first && itemsOf(first))];
    case 'reversed': {
      const items = first && itemsOf(first);
      return [listValue(items && [...items].reverse())];
    }
    case 'dict':
      return [{ kind: 'table', entries: named, isWhole: list.length === 0 }];
    default:
      return [pathValue(`${path}()`)];
  }
}

/** `reduce(getattr, ['a', 'b'], x)` walks from one member to the next. */
function reduced({ list: [functions, walked, start] }: Passed, evaluator: PythonEvaluator): Values {
  const items = walked && itemsOf(walked);
  const [only, second] = functions ?? [];
  if (items === undefined || items.length > 50 || only === undefined || second !== undefined)
    return unknown;
  const [first = start ?? unknown, ...others] = start === undefined ? items : [start, ...items];
  return others.reduce((at, item) => resultOf(only, inOrder([at, item]), evaluator), first);
}

function mapped(
  { list: [functions, values] }: Passed,
  evaluator: PythonEvaluator,
): Values[] | undefined {
  const items = values && itemsOf(values);
  const [only, second] = functions ?? [];
  if (items === undefined || items.length > 200 || only === undefined || second !== undefined)
    return undefined;
  return items.map((item) => resultOf(only, inOrder([item]), evaluator));
}
