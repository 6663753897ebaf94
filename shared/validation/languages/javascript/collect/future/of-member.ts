import {
  isClass,
  isFunction,
  parentOf,
  type AnyNode,
  type ClassLike,
  type NodeOf,
} from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { returnsOf } from '../../returns.ts';
import type { Value, Values } from '../../value.ts';
import { isIndexed, memberName } from './member-name.ts';
import { number } from './linear.ts';
import type { Market } from './market.ts';
import { isBarsName, isSeriesName, isSingular } from './names.ts';
import { isTable, tableAt } from './of-array.ts';
import { combined, type Provenance, type Series } from './provenance.ts';
import { Remembered } from '../../remembered.ts';

/** `this.data.close`, `this.closes`, `TABLE.prices`. */
export function ofMember(market: Market, node: NodeOf<'MemberExpression'>): Provenance {
  const { evaluator } = market;
  if (node.object.type === 'Super') return undefined;
  const keys = propertyKey(evaluator, node);
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    // `this.data[symbol]` is a series where it is used as a list.
    const base = market.of(node.object);
    return base === 'past' || isUsedAsList(node) ? base : undefined;
  }
  if (/^\d+$/.test(key) || key === 'length') return undefined;
  const stored = storedIn(market, node, key);
  if (stored.length > 0) {
    const provenance = combined(stored.map((value) => market.of(value)));
    const isGrown = provenance !== undefined && provenance !== 'past' && provenance.isTable;
    if (isGrown && market.collected.has(key)) return 'past';
    return provenance === undefined || provenance === 'past' ? provenance : named(provenance, key);
  }
  return ofProperty(market, node.object, key, evaluator.evaluate(node), isUsedAsList(node));
}

const named = (series: Series, key: string): Series =>
  isSeriesName(key) ? { ...series, name: key, isVague: false } : series;

/** What a property of something is: by the thing it belongs to, else by its word. */
export function ofProperty(
  market: Market,
  object: AnyNode,
  key: string,
  values: Values,
  isList: boolean,
): Provenance {
  if (market.collected.has(key)) return 'past';
  if (values.some(isTable)) return tableAt(object, key);
  if (values.some(isOwnList)) return 'past';
  const base = market.of(object);
  if (base === 'past') return 'past';
  if (!isSeriesName(key) || !isList) return undefined;
  if (base !== undefined && !base.isVague) return { ...base, name: key };
  if (isSingular(key) && !isBarsName(lastName(object)) && object.type === 'ThisExpression') {
    return undefined;
  }
  return {
    name: key,
    root: `${pathOf(object)}.${key}`,
    shift: number(0),
    isReordered: false,
    isTable: false,
    isVague: false,
    isAtHand: beginsWithThis(object),
  };
}

const isOwnList = (value: Value): boolean =>
  value.kind === 'array' ||
  (value.kind === 'instance' && /Array|Map|Set/.test(value.of)) ||
  (value.kind === 'object' && value.properties.size > 0);

/** The values that the text itself stores there: in a field, a getter, or by assignment. */
export function storedIn(
  { evaluator }: Market,
  node: NodeOf<'MemberExpression'>,
  key: string,
): readonly AnyNode[] {
  const stored = [...evaluator.stored.at(node).under];
  if (node.object.type === 'Super') return stored;
  for (const value of evaluator.evaluate(node.object)) {
    const owner = value.kind === 'self' || value.kind === 'function' ? value.node : undefined;
    if (owner !== undefined && isClass(owner)) stored.push(...(fieldsOf(owner).get(key) ?? []));
  }
  return stored;
}

const fields = new Remembered<ClassLike, ReadonlyMap<string, readonly AnyNode[]>>();

/** What a class's fields begin with and its getters give back, by name. */
function fieldsOf(owner: ClassLike): ReadonlyMap<string, readonly AnyNode[]> {
  let known = fields.get(owner);
  if (known !== undefined) return known;
  const found = new Map<string, readonly AnyNode[]>();
  for (const part of owner.body.body) {
    if (part.type !== 'PropertyDefinition' && part.type !== 'MethodDefinition') continue;
    if (part.computed || !('name' in part.key)) continue;
    const name = part.key.type === 'PrivateIdentifier' ? `#${part.key.name}` : part.key.name;
    if (part.type === 'PropertyDefinition') {
      if (part.value) found.set(name, [part.value]);
    } else if (part.kind === 'get') {
      found.set(name, returnsOf(part.value.body));
    }
  }
  fields.set(owner, (known = found));
  return known;
}

const listMethods =
  /^(?:at|slice|subarray|map|filter|reduce|reduceRight|forEach|some|every|find|findLast|findIndex|flatMap|sort|toSorted|reverse|toReversed|indexOf|concat|entries|keys|values|length|rolling|shift|bfill|push)$/;

/** Something is done with it that can be done with lists only. */
export function isUsedAsList(node: AnyNode): boolean {
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'MemberExpression':
      if (parent.object !== node) return false;
      return isIndexed(parent) || listMethods.test(memberName(parent));
    case 'SpreadElement':
      return true;
    case 'ForOfStatement':
      return parent.right === node;
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'CallExpression':
    case 'NewExpression':
      return !isSingular(lastName(node)) || isBarsName(lastName(objectOf(node)));
    default:
      return false;
  }
}

const objectOf = (node: AnyNode): AnyNode =>
  node.type === 'MemberExpression' && node.object.type !== 'Super' ? node.object : node;

export function lastName(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? memberName(node).replace('#', '') : '';
}

function pathOf(node: AnyNode): string {
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'MemberExpression' && node.object.type !== 'Super') {
    return `${pathOf(node.object)}.${lastName(node)}`;
  }
  return node.type === 'Identifier' ? node.name : `#${node.start}`;
}

function beginsWithThis(node: AnyNode): boolean {
  let current: AnyNode | undefined = node;
  while (current?.type === 'MemberExpression' && current.object.type !== 'Super') {
    current = current.object;
  }
  return current?.type === 'ThisExpression' && !isFunction(current);
}
