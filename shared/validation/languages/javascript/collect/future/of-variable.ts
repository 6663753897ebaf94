import type { Variable } from '../../scopes/scope.ts';
import { isFunction, parentOf, type AnyNode, type FunctionLike, type NodeOf } from '../../node.ts';
import { memberName } from './member-name.ts';
import { indexParameter } from './call-sites.ts';
import { gatheredFrom, isMutated } from './gathered.ts';
import { number, plus } from './linear.ts';
import type { Market } from './market.ts';
import { contains } from './moment.ts';
import { isUsedAsList, ofProperty } from './of-member.ts';
import { isSeriesName, isSingular } from './names.ts';
import { combined, type Provenance, type Series } from './provenance.ts';
import { Remembered } from '../../remembered.ts';

type Definition = Variable['defs'][number];

/** What a name stands for: by what it was given, wherever that can be seen, else by its word. */
export function ofVariable(market: Market, node: NodeOf<'Identifier'>): Provenance {
  const variable = market.evaluator.scopes.variableOf(node);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined) return named(node.name, node.name, true);
  switch (definition.type) {
    case 'Parameter':
      return ofParameter(market, variable, definition);
    case 'ImportBinding':
      return named(node.name, variable, true);
    case 'Variable':
      return ofDeclared(market, variable, definition, node);
    default:
      return undefined;
  }
}

export function named(name: string, root: Series['root'], isAtHand = false): Series | undefined {
  if (!isSeriesName(name)) return undefined;
  return {
    name,
    root,
    shift: number(0),
    isReordered: false,
    isTable: false,
    isVague: false,
    isAtHand,
  };
}

/** A parameter that is used as a list, where nothing tells what it is given. */
function unnamed(variable: Variable): Series | undefined {
  const isList = variable.references.some(({ identifier }) => isUsedAsList(identifier));
  if (!isList) return undefined;
  return {
    name: variable.name,
    root: variable,
    shift: number(0),
    isReordered: false,
    isTable: false,
    isVague: true,
    isAtHand: false,
  };
}

function ofDeclared(
  market: Market,
  variable: Variable,
  definition: Definition,
  read: AnyNode,
): Provenance {
  const declarator = definition.node;
  if (declarator.type !== 'VariableDeclarator') return undefined;
  const { id, init } = declarator;
  if (id.type === 'Identifier') {
    if (!given.has(variable)) {
      given.set(variable, undefined);
      given.set(variable, ofAssigned(market, variable, init));
    }
    const provenance = given.get(variable);
    const isWhole = provenance !== undefined && provenance !== 'past';
    return isWhole ? provenance : (gatheredFrom(market, variable, read) ?? provenance);
  }
  if (isMutated(variable)) return 'past';
  return init ? ofPattern(market, variable, definition, id, init) : undefined;
}

const given = new Remembered<Variable, Provenance>();

function ofAssigned(
  market: Market,
  variable: Variable,
  init: AnyNode | null | undefined,
): Provenance {
  const provenance = combined(assigned(variable, init).map((value) => market.of(value)));
  if (provenance === 'past' || provenance === undefined) return provenance;
  if (provenance.isTable && isMutated(variable)) return 'past';
  return { ...renamed(provenance, variable.name), shift: shifted(provenance, variable) };
}

const renamed = (series: Series, name: string): Series =>
  isSeriesName(name) ? { ...series, name, isVague: false } : series;

function assigned(variable: Variable, init: AnyNode | null | undefined): AnyNode[] {
  const values = init ? [init] : [];
  for (const reference of variable.references) {
    if (!reference.isWrite() || reference.init) continue;
    const assignment = parentOf(reference.identifier);
    if (assignment?.type === 'AssignmentExpression' && assignment.operator === '=') {
      if (values.length < 8) values.push(assignment.right);
    }
  }
  return values;
}

/** `const [, ...rest] = closes` is one bar ahead, `const { closes } = data` a column. */
function ofPattern(
  market: Market,
  variable: Variable,
  definition: Definition,
  pattern: AnyNode,
  init: AnyNode,
): Provenance {
  const name = definition.name;
  const parent = parentOf(name);
  if (parent?.type === 'RestElement' && pattern.type === 'ArrayPattern') {
    const base = market.of(init);
    if (base === undefined || base === 'past') return base;
    const skipped = pattern.elements.indexOf(parent);
    return { ...base, shift: plus(base.shift, number(skipped)) };
  }
  const property = parent?.type === 'AssignmentPattern' ? parentOf(parent) : parent;
  if (property?.type !== 'Property' || parentOf(property) !== pattern) return undefined;
  const key = property.key.type === 'Identifier' ? property.key.name : variable.name;
  return ofProperty(market, init, key, market.evaluator.variable(variable), true);
}

/** `copy.shift()` moves a copy one bar on, `copy.unshift(NaN)` one back. */
function shifted(series: Series, variable: Variable): Series['shift'] {
  let steps = 0;
  for (const { identifier } of variable.references) {
    const member = parentOf(identifier);
    if (member?.type !== 'MemberExpression') continue;
    const call = parentOf(member);
    if (call?.type !== 'CallExpression' || call.callee !== member) continue;
    if (parentOf(call)?.type !== 'ExpressionStatement') continue;
    const name = memberName(member);
    if (name === 'shift') steps += 1;
    else if (name === 'unshift') steps -= 1;
  }
  return steps === 0 ? series.shift : plus(series.shift, number(steps));
}

function ofParameter(market: Market, variable: Variable, definition: Definition): Provenance {
  const owner = definition.node;
  if (!isFunction(owner)) return undefined;
  const { place, isWhole } = parameterPlace(owner, definition.name);
  if (!isWhole) {
    // `onBar(bar, i, { close })`
    const isForeign = market.sites.of(owner).length === 0;
    const isColumn = place > 0 || !isSingular(variable.name);
    return isForeign && isColumn ? named(variable.name, variable) : undefined;
  }
  // What a function hands on to itself is what it was given.
  const sites = market.sites.of(owner).filter(({ node }) => !contains(owner, node));
  if (sites.length === 0) {
    return isRecordOfBars(owner, place)
      ? undefined
      : (named(variable.name, variable) ?? unnamed(variable));
  }
  const given = sites.map(({ arguments: args, walked, method }): Provenance => {
    if (args !== undefined) return args[place] && market.of(args[place]);
    return walked && place === indexParameter(method) + 1 ? market.of(walked) : undefined;
  });
  const provenance = combined(given);
  return provenance === undefined || provenance === 'past'
    ? provenance
    : renamed(provenance, variable.name);
}

function parameterPlace(
  owner: FunctionLike,
  name: AnyNode,
): { readonly place: number; readonly isWhole: boolean } {
  const parent = parentOf(name);
  const parameter = parent?.type === 'AssignmentPattern' ? parent : name;
  const place = owner.params.indexOf(parameter as never);
  if (place >= 0) return { place, isWhole: true };
  let pattern: AnyNode | undefined = name;
  while (pattern !== undefined && parentOf(pattern) !== owner) pattern = parentOf(pattern);
  return { place: owner.params.indexOf(pattern as never), isWhole: false };
}

/** `onBars(bars)` is given the bars of one moment, by symbol. */
function isRecordOfBars(owner: FunctionLike, place: number): boolean {
  const method = parentOf(owner);
  const key =
    method?.type === 'MethodDefinition' || method?.type === 'PropertyDefinition'
      ? method.key
      : undefined;
  return place === 0 && key?.type === 'Identifier' && key.name === 'onBars';
}
