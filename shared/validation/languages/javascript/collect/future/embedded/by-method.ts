import { isFunction, type AnyNode, type FunctionLike, type NodeOf } from '../../../node.ts';
import { indexParameter } from '../call-sites.ts';
import { knownNumber } from '../linear.ts';
import { memberName } from '../member-name.ts';
import { resultsOf } from '../result-of.ts';
import { nodesWithin } from '../within.ts';
import type { Binding, Environment } from './environment.ts';
import { merged, single, told, withAhead, type Facet } from './facet.ts';
import type { Flow } from './flow.ts';
import { lookedUp } from './lookups.ts';
import { isNow, mentionsNow } from './now.ts';
import { placeOf } from './place.ts';
import { comparedWithNow } from './row-tests.ts';

type Call = NodeOf<'CallExpression'>;

/** What a method of something gives back. */
export function ofMethod(
  flow: Flow,
  node: Call,
  object: AnyNode,
  method: string,
  environment: Environment,
): Facet | undefined {
  const list = flow.of(object, environment);
  const [first] = node.arguments;
  const callback = first && callbackAt(flow, first);
  const inside = callback && flow.result(callback, walked(list, callback, method), environment);
  if (!list?.isList) {
    const given = node.arguments.map((part) =>
      isFunction(part) ? undefined : flow.of(part, environment),
    );
    return /^(?:push|set|add)$/.test(method) ? undefined : merged([list, inside, ...given]);
  }
  switch (method) {
    case 'at':
    case 'get':
      return first && lookedUp(flow, node, list, first, environment);
    case 'map':
    case 'flatMap':
      return mapped(list, inside, callback, flow);
    case 'slice':
    case 'subarray':
      return sliced(flow, node, list, environment);
    case 'sort':
    case 'toSorted':
      return sorted(flow, node, list, callback, environment);
    case 'reverse':
    case 'toReversed':
      return { ...list, turned: list.turned === undefined ? node : undefined };
    case 'filter':
    case 'find':
    case 'findLast':
    case 'findIndex':
    case 'findLastIndex':
    case 'some':
    case 'every':
      return chosen(flow, node, list, callback, inside, method, environment);
    case 'reduce':
    case 'reduceRight':
      return reduced(flow, node, list, callback, inside, method, environment);
    case 'includes':
    case 'has':
    case 'indexOf':
      if (!first || !isNow(flow.market, first, environment)) return undefined;
      flow.noteRead(list);
      return told(single(list));
    case 'next':
      return nextOf(flow, node, object, list);
    case 'keys':
    case 'join':
    case 'forEach':
      return undefined;
    default:
      return list;
  }
}

function callbackAt(flow: Flow, node: AnyNode): FunctionLike | undefined {
  if (node.type !== 'Identifier' && !isFunction(node)) return undefined;
  return flow.market.sites.functionsAt(node)[0];
}

/** What a callback is given: the row, its place and the list itself. */
export function walked(
  list: Facet | undefined,
  callback: FunctionLike,
  method: string,
): (Binding | undefined)[] {
  if (list?.isList !== true) return [];
  const row: Binding = { kind: 'facet', facet: single(list) };
  const place: Binding = { kind: 'place', walk: callback, shift: list.shift };
  const whole: Binding = { kind: 'facet', facet: list };
  const isFold = indexParameter(method) === 2;
  return isFold ? [undefined, row, place, whole] : [row, place, whole];
}

function mapped(
  list: Facet,
  inside: Facet | undefined,
  callback: FunctionLike | undefined,
  flow: Flow,
): Facet | undefined {
  if (list.turned !== undefined && callback && keepsState(flow, callback)) {
    return withAhead(list, 'reordered', list.turned, true);
  }
  return inside?.ahead === undefined
    ? list
    : { ...list, tables: new Set([...list.tables, ...inside.tables]), ahead: inside.ahead };
}

/** It hands something on from one row to the next. */
const keepsState = (flow: Flow, callback: FunctionLike): boolean =>
  nodesWithin(flow.market.survey.ofType('AssignmentExpression'), callback.body).some(
    ({ left }) => left.type === 'Identifier',
  );

function sliced(flow: Flow, node: Call, list: Facet, environment: Environment): Facet | undefined {
  const { market } = flow;
  const [start, end] = node.arguments;
  if (start === undefined) return list;
  const [from, to] = [start, end].map((part) => part && placeOf(market, part, environment));
  if (from !== undefined || to !== undefined) {
    if (from?.from === 'now' || to?.from === 'now') flow.noteRead(list);
    const last = end === undefined ? 1 : to === undefined ? 0 : to.offset - 1;
    return last + list.shift > 0 ? withAhead(single(list), 'centred window', node) : undefined;
  }
  if (list.ahead !== undefined) return list;
  const begin = knownNumber(market.range(start).low);
  if (begin !== undefined && begin < 0) return withAhead(single(list), 'last bar', node);
  const until = end && knownNumber(market.range(end).low);
  if (list.turned !== undefined) return withAhead(list, 'reordered', list.turned, true);
  if (until !== undefined && until > 0) return undefined;
  return { ...list, shift: list.shift + (begin ?? 1) };
}

function sorted(
  flow: Flow,
  node: Call,
  list: Facet,
  comparator: FunctionLike | undefined,
  environment: Environment,
): Facet {
  const { market } = flow;
  // Days as text are put in the order of time.
  if (comparator === undefined) return flow.isDated(list) ? list : { ...list, turned: node };
  if (mentionsNow(market, comparator, environment)) {
    flow.noteRead(list);
    return withAhead(single(list), 'later bar', node);
  }
  const members = resultsOf(comparator).flatMap((part) =>
    nodesWithin(market.survey.ofType('MemberExpression'), part),
  );
  const isByTime = members.length > 0 && members.every((one) => isTime(memberName(one)));
  if (isByTime) return list;
  return members.length > 0
    ? withAhead({ ...list, turned: undefined }, 'reordered', node, true)
    : { ...list, turned: node };
}

export const isTime = (name: string): boolean =>
  /^(?:t|ts|time|date|day|timestamp|datetime|when|index|i|k)$|(?:Time|Date|At)$/.test(name);

function chosen(
  flow: Flow,
  node: Call,
  list: Facet,
  callback: FunctionLike | undefined,
  inside: Facet | undefined,
  method: string,
  environment: Environment,
): Facet | undefined {
  if (callback === undefined) return list;
  const order = comparedWithNow(flow.market, callback, environment);
  if (order !== undefined) {
    flow.noteRead(list);
    return order === 'later' && !method.startsWith('findLast')
      ? withAhead(single(list), 'later bar', node)
      : undefined;
  }
  if (inside?.ahead !== undefined)
    return method === 'filter' ? { ...list, ahead: inside.ahead } : inside;
  const comparesFigures = resultsOf(callback).some((part) =>
    nodesWithin(flow.market.survey.ofType('BinaryExpression'), part).some(({ operator }) =>
      /^[<>]=?$/.test(operator),
    ),
  );
  if (!comparesFigures) return method === 'filter' ? list : undefined;
  return withAhead(method === 'filter' ? list : single(list), 'whole series', node);
}

function reduced(
  flow: Flow,
  node: Call,
  list: Facet,
  callback: FunctionLike | undefined,
  inside: Facet | undefined,
  method: string,
  environment: Environment,
): Facet | undefined {
  const { market } = flow;
  const [, start] = node.arguments;
  if (callback && mentionsNow(market, callback, environment)) {
    flow.noteRead(list);
    if (inside?.ahead !== undefined) return inside;
    const isNearest = nodesWithin(market.survey.ofType('CallExpression'), callback).some(
      ({ callee }) => callee.type === 'MemberExpression' && memberName(callee) === 'abs',
    );
    return isNearest ? withAhead(single(list), 'later bar', node) : undefined;
  }
  if (start?.type === 'ArrayExpression') {
    if (method === 'reduceRight') return withAhead(list, 'back-fill', node, true);
    return inside?.ahead ? { ...list, ahead: inside.ahead } : list;
  }
  if (start?.type === 'ObjectExpression' || start?.type === 'NewExpression') {
    const isSum = callback !== undefined && addsUp(flow, callback);
    return isSum ? withAhead(list, 'whole series', node) : list;
  }
  return single(withAhead(merged([list, inside]) ?? list, 'whole series', node));
}

const addsUp = ({ market }: Flow, callback: FunctionLike): boolean =>
  nodesWithin(market.survey.ofType('AssignmentExpression'), callback.body).some(
    ({ operator, right }) =>
      operator !== '=' || (right.type === 'BinaryExpression' && right.operator === '+'),
  );

/** `rows.values()` asked once before the first bar gives each bar the row after its own. */
function nextOf(flow: Flow, node: Call, object: AnyNode, list: Facet): Facet | undefined {
  flow.noteRead(list);
  const asked = flow.market.survey.ofType('CallExpression').filter(({ callee }) => {
    const isNext = callee.type === 'MemberExpression' && memberName(callee) === 'next';
    return isNext && callee.object.type === object.type && isSameName(callee.object, object);
  });
  const before = asked.filter((one) => one.start < node.start).length;
  return before + list.shift > 0 ? withAhead(single(list), 'later bar', node) : undefined;
}

const isSameName = (a: AnyNode, b: AnyNode): boolean =>
  (a.type === 'Identifier' && b.type === 'Identifier' && a.name === b.name) ||
  (a.type === 'MemberExpression' &&
    b.type === 'MemberExpression' &&
    memberName(a) === memberName(b));
