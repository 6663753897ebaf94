import type { AnyNode } from '../../../node.ts';
import { parentOf } from '../../../node.ts';
import type { Market } from '../market.ts';
import { methodAround } from './environment.ts';
import type { Ahead, Facet } from './facet.ts';
import { Flow } from './flow.ts';

const leastText = 3;

/** Decisions in a class's methods that know later rows of a table that the text itself holds. */
export function embeddedReads(market: Market): readonly Ahead[] {
  const flow = new Flow(market);
  if (!mayHoldTables(market)) return [];
  const { survey } = market;
  // First all reads, so that it is known which tables go along with the bars.
  const told: Facet[] = [];
  const look = (node: AnyNode | null | undefined, isTest: boolean): void => {
    if (!node || methodAround(node) === undefined) return;
    const facet = flow.of(node);
    if (facet?.ahead && (isTest || facet.ahead.isTold)) told.push(facet);
  };
  for (const node of survey.ofType('MemberExpression')) look(node, false);
  for (const node of survey.ofType('CallExpression')) look(node, false);
  for (const node of survey.ofType('BinaryExpression')) look(node, false);
  for (const { test } of survey.ofType('IfStatement')) look(test, true);
  for (const { test } of survey.ofType('ConditionalExpression')) look(test, true);
  for (const { left } of survey.ofType('LogicalExpression')) {
    if (parentOf(left)?.type === 'LogicalExpression') look(left, isAnd(left));
  }
  const found = new Map<AnyNode, Ahead>();
  for (const { tables, ahead } of told) {
    if (ahead === undefined) continue;
    const isOfRun = [...tables].some((table) => flow.isOfRun(table, ahead.how));
    if (isOfRun) found.set(ahead.node, ahead);
  }
  return [...found.values()];
}

const isAnd = (node: AnyNode): boolean => {
  const parent = parentOf(node);
  return parent?.type === 'LogicalExpression' && parent.operator === '&&';
};

const mayHoldTables = ({ survey }: Market): boolean =>
  survey.ofType('ArrayExpression').some(({ elements }) => elements.length >= leastText) ||
  survey.ofType('ObjectExpression').some(({ properties }) => properties.length >= leastText) ||
  survey.ofType('CallExpression').some(({ callee }) => {
    const { property } = callee.type === 'MemberExpression' ? callee : { property: undefined };
    return property?.type === 'Identifier' && /^(?:parse|split)$/.test(property.name);
  });
