import type { Variable } from '../../../scopes/scope.ts';
import { enclosingFunction, parentOf, type AnyNode, type NodeOf } from '../../../node.ts';
import { contains, isDescending, isLoop, momentsAround } from '../moment.ts';
import { memberName } from '../member-name.ts';
import { nodesWithin } from '../within.ts';
import { walked } from './by-method.ts';
import { bound, methodAround, type Environment } from './environment.ts';
import { merged, told, withAhead, type Facet } from './facet.ts';
import type { Flow } from './flow.ts';

/** What a list, a record or a map of the text is filled with: `out.push(x)`, `out[i] = x`, `sums[day] += r`. */
export function filledWith(
  flow: Flow,
  variable: Variable,
  read: AnyNode,
  environment: Environment,
): Facet | undefined {
  const facets = variable.references.map(({ identifier }) => {
    const use = identifier;
    const filling = fillingAt(use);
    // Half-filled, it holds what came before.
    if (filling === undefined || momentsOf(filling.step).some((one) => contains(one, read))) {
      return undefined;
    }
    const facet =
      flow.of(filling.value, atStep(flow, filling.step, environment)) ??
      chosenBy(flow, filling.step, environment);
    return facet && ofFilling(flow, variable, filling, facet, environment);
  });
  const facet = merged(facets);
  return facet && { ...facet, isList: true, shift: 0 };
}

/** `this.flags[i] = …`, `this.flags.push(…)` before the first bar. */
export function filledField(
  flow: Flow,
  { object }: NodeOf<'MemberExpression'>,
  key: string,
): Facet | undefined {
  if (object.type !== 'ThisExpression') return undefined;
  const facets: (Facet | undefined)[] = [];
  for (const use of flow.market.survey.ofType('MemberExpression')) {
    if (use.object.type !== 'ThisExpression' || memberName(use) !== key) continue;
    const filling = fillingAt(use);
    if (filling === undefined) {
      const call = parentOf(parentOf(use) ?? use);
      if (call?.type === 'CallExpression' && isChange(call, use)) return undefined;
      continue;
    }
    // Filled as the bars come by, it holds the past.
    if (!/^(?:constructor|initialize)$/.test(methodAround(use) ?? '')) return undefined;
    facets.push(flow.of(filling.value));
  }
  const facet = merged(facets);
  return facet && { ...facet, isList: true, shift: 0 };
}

const isChange = ({ callee }: NodeOf<'CallExpression'>, use: AnyNode): boolean =>
  callee.type === 'MemberExpression' &&
  callee.object === use &&
  /^(?:push|unshift|shift|pop|splice|set|add)$/.test(memberName(callee));

/** `if (row.gain > 0) good.add(row.day)`: the days were chosen by their outcome. */
function chosenBy(flow: Flow, step: AnyNode, environment: Environment): Facet | undefined {
  const around = parentOf(parentOf(step) ?? step);
  const test =
    around?.type === 'IfStatement'
      ? around.test
      : around && parentOf(around)?.type === 'IfStatement'
        ? (parentOf(around) as NodeOf<'IfStatement'>).test
        : undefined;
  if (test?.type !== 'BinaryExpression' || !/^[<>]=?$/.test(test.operator)) return undefined;
  const facet = flow.of(test, environment);
  return facet && withAhead(facet, 'whole series', step, true);
}

interface Filling {
  readonly step: AnyNode;
  readonly value: AnyNode;
  readonly key: AnyNode | undefined;
  readonly adds: boolean;
}

function fillingAt(use: AnyNode): Filling | undefined {
  const member = parentOf(use);
  const step = member && parentOf(member);
  if (member?.type !== 'MemberExpression' || member.object !== use) return undefined;
  if (step?.type === 'AssignmentExpression' && step.left === member && member.computed) {
    const adds = step.operator !== '=';
    return { step, value: step.right, key: member.property, adds };
  }
  if (step?.type !== 'CallExpression' || step.callee !== member) return undefined;
  const [first, second] = step.arguments;
  const method = memberName(member);
  if (/^(?:push|unshift|add)$/.test(method) && first) {
    return { step, value: first, key: undefined, adds: false };
  }
  return method === 'set' && first && second
    ? { step, value: second, key: first, adds: false }
    : undefined;
}

/** In `days.forEach((day, i) => { next[day] = … })` the callback's own names are known. */
function atStep(flow: Flow, step: AnyNode, environment: Environment): Environment {
  const callback = enclosingFunction(step);
  const call = callback && parentOf(callback);
  if (callback === undefined || call?.type !== 'CallExpression') return environment;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return environment;
  const list = flow.of(callee.object, environment);
  const bindings = walked(list, callback, memberName(callee));
  return bound(flow.market.evaluator.scopes, callback, bindings, environment);
}

const isAdding = ({ callee }: NodeOf<'CallExpression'>): boolean =>
  callee.type === 'MemberExpression' && memberName(callee) === 'add';

const momentsOf = (step: AnyNode): AnyNode[] => [...momentsAround(step)].filter(isLoop);

function ofFilling(
  flow: Flow,
  variable: Variable,
  filling: Filling,
  given: Facet,
  environment: Environment,
): Facet {
  const isSet = filling.step.type === 'CallExpression' && isAdding(filling.step);
  const facet = (isSet ? chosenBy(flow, filling.step, environment) : undefined) ?? given;
  const { step, value, adds } = filling;
  const [loop] = momentsOf(step);
  const own = ownReads(variable, value);
  if (
    loop !== undefined &&
    isDescending(loop) &&
    (own.length > 0 || isCarried(flow, loop, value))
  ) {
    return told(withAhead({ ...facet, ahead: undefined }, 'back-fill', step)) ?? facet;
  }
  // `sums[day] = (sums[day] ?? 0) + r` belongs to all rows of that day.
  const isGrouped = adds || own.some((one) => isSameKey(one, filling.key));
  return isGrouped ? withAhead(facet, 'whole series', step) : facet;
}

const ownReads = ({ references }: Variable, value: AnyNode): AnyNode[] =>
  references.map(({ identifier }) => identifier).filter((use) => contains(value, use));

function isSameKey(use: AnyNode, key: AnyNode | undefined): boolean {
  const member = parentOf(use);
  if (member?.type !== 'MemberExpression' || key === undefined) return false;
  const call = parentOf(member);
  const asked =
    call?.type === 'CallExpression' && call.callee === member ? call.arguments[0] : member.property;
  return asked !== undefined && textLike(asked) === textLike(key);
}

const textLike = (node: AnyNode): string =>
  node.type === 'Identifier'
    ? node.name
    : node.type === 'MemberExpression'
      ? `${memberName(node)}`
      : `#${node.start}`;

/** A name from outside that the loop sets: it holds what the loop came by before, so later rows. */
function isCarried(flow: Flow, loop: AnyNode, value: AnyNode): boolean {
  const { scopes } = flow.market.evaluator;
  return nodesWithin(flow.market.survey.ofType('Identifier'), value).some((name) => {
    const variable = scopes.variableOf(name);
    const declared = variable?.defs[0]?.node;
    if (variable === undefined || !declared || contains(loop, declared)) return false;
    return variable.references.some((use) => {
      const node = use.identifier;
      return use.isWrite() && use.init !== true && contains(loop, node);
    });
  });
}
