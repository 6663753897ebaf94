import type { AnyNode } from '../../node.ts';
import { Remembered } from '../../remembered.ts';
import { textsOf } from '../../value.ts';
import { number } from './linear.ts';
import type { Market } from './market.ts';
import { memberName } from './member-name.ts';
import type { Series } from './provenance.ts';

const priceFields = /^data\.(open|high|low|close|volume)$/;

/** What `stratbox` hands to a script: `data.close`, `data.get('close')`, `load('SPX')`. */
export function ofRun(market: Market, node: AnyNode): Series | undefined {
  if (node.type === 'CallExpression') {
    const path = pathOf(market, node.callee);
    if (path !== 'data.get' && path !== 'load') return undefined;
    const [name = 'the series'] = textsOf(market.evaluator.evaluate(node.arguments[0]));
    if (path === 'data.get') return seriesOf(name, 'data', false);
    // Which table it reads only the run knows; one whose rows have prices is the market's.
    return seriesOf(name, `load ${name}`, !readsPrices(market));
  }
  const [, field] = priceFields.exec(pathOf(market, node) ?? '') ?? [];
  return field === undefined ? undefined : seriesOf(field, 'data', false);
}

/** `data.close`, `sim`: which of the things that `stratbox` gives. */
export function pathOf({ evaluator }: Market, node: AnyNode): string | undefined {
  for (const value of evaluator.evaluate(node)) {
    if (value.kind === 'module' && value.name === 'stratbox') return value.path;
  }
  return undefined;
}

const rowPrices = new Remembered<AnyNode, boolean>();

/** `row.close`, of whatever but `data` itself. */
export function readsPrices(market: Market): boolean {
  const { program } = market.survey;
  let known = rowPrices.get(program);
  if (known === undefined) {
    known = market.survey
      .ofType('MemberExpression')
      .some(
        (node) =>
          /^(?:open|high|low|close)$/.test(memberName(node)) &&
          pathOf(market, node.object) === undefined,
      );
    rowPrices.set(program, known);
  }
  return known;
}

const seriesOf = (name: string, root: string, isVague: boolean): Series => ({
  name,
  root: `stratbox:${root}`,
  shift: number(0),
  isReordered: false,
  isTable: false,
  isVague,
  isAtHand: true,
});
