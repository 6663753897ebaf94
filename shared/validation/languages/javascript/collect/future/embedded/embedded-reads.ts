import type { AnyNode } from '../../../node.ts';
import { parentOf } from '../../../node.ts';
import type { Market } from '../market.ts';
import { methodAround } from './environment.ts';
import type { Ahead, Facet } from './facet.ts';
import { Flow } from './flow.ts';
import { tableInText } from './tables-in-text.ts';

/** Decisions in a class's methods that know later rows of a table that the text itself holds. */
export function embeddedReads(market: Market): readonly Ahead[] {
  if (!holdsTables(market)) return [];
  const flow = new Flow(market);
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
  for (const { ahead } of told) {
    for (const one of ahead === undefined ? [] : [ahead, ...(ahead.others ?? [])]) {
      const isOfRun = [...one.tables].some((table) => flow.isOfRun(table, one.how));
      if (isOfRun) found.set(one.node, one);
    }
  }
  return [...found.values()];
}

const isAnd = (node: AnyNode): boolean => {
  const parent = parentOf(node);
  return parent?.type === 'LogicalExpression' && parent.operator === '&&';
};

/** Most texts hold no table at all; nothing in them need be followed. */
const holdsTables = ({ survey, evaluator }: Market): boolean =>
  tableKinds.some((kind) =>
    survey.ofType(kind).some((node) => tableInText(evaluator, node) !== undefined),
  );

const tableKinds = ['ArrayExpression', 'ObjectExpression', 'CallExpression'] as const;
