import type { AnyNode, NodeOf } from '../../node.ts';
import { parentOf } from '../../node.ts';
import type { Value, Values } from '../../value.ts';
import { memberName } from './member-name.ts';
import { minus, number } from './linear.ts';
import type { Market } from './market.ts';
import { isSeriesName } from './names.ts';
import type { Provenance, Series } from './provenance.ts';

/** Fewer numbers than this stand for settings, not for bars. */
const leastRows = 3;
/** Of records with several cells, two are enough to look from one to the other. */
const leastRecords = 2;

/** `[...closes]`, `[NaN, ...closes]`; a list of figures written out is a table. */
export function ofArray(market: Market, node: NodeOf<'ArrayExpression'>): Provenance {
  const first = node.elements.findIndex((element) => element?.type === 'SpreadElement');
  const spread = node.elements[first];
  if (spread?.type === 'SpreadElement') {
    const inner = market.of(spread.argument);
    if (inner === undefined || inner === 'past') return inner;
    return { ...inner, shift: minus(inner.shift, number(first)) };
  }
  return ofTable(market, node) ?? 'past';
}

/** A list whose elements the text itself gives, one by one. */
export function ofTable(market: Market, node: AnyNode): Series | undefined {
  return market.evaluator.evaluate(node).some(isTable) ? tableAt(node, nameOf(node)) : undefined;
}

export function tableAt(root: AnyNode, name: string): Series {
  return {
    name,
    root,
    shift: number(0),
    isReordered: false,
    isTable: true,
    isVague: !isSeriesName(name),
    isAtHand: true,
  };
}

/** The name that a value is given where it stands. */
function nameOf(node: AnyNode): string {
  let current = parentOf(node);
  while (current?.type === 'NewExpression' || current?.type === 'CallExpression') {
    current = parentOf(current);
  }
  if (current?.type === 'VariableDeclarator' && current.id.type === 'Identifier') {
    return current.id.name;
  }
  if (current?.type === 'PropertyDefinition' || current?.type === 'Property') {
    const { key } = current;
    return 'name' in key ? key.name : '';
  }
  if (current?.type === 'AssignmentExpression' && current.left.type === 'MemberExpression') {
    return memberName(current.left).replace('#', '');
  }
  return '';
}

export const isTable = (value: Value): boolean =>
  value.kind === 'array' &&
  value.elements.length >= (value.elements.every(isRecord) ? leastRecords : leastRows) &&
  value.elements.every(isRow);

const isRecord = ([value]: Values): boolean =>
  (value?.kind === 'object' && value.properties.size > 1) ||
  (value?.kind === 'array' && value.elements.length > 1);

/** A number, or a record of numbers with its date. */
function isRow(values: Values): boolean {
  const [value] = values;
  if (values.length !== 1 || value === undefined) return false;
  if (value.kind === 'constant') return typeof value.value === 'number';
  if (value.kind === 'array') return value.elements.length > 0 && value.elements.every(isCell);
  return value.kind === 'object' && [...value.properties.values()].every(isCell);
}

const isCell = (values: Values): boolean => values.length === 1 && values[0]?.kind === 'constant';
