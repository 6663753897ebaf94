import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, childrenOf, nameOf, namedOf, type PythonNode } from '../../node.ts';
import { functions } from '../../scope.ts';
import { pathsIn, textsIn } from '../../value.ts';
import { isInHandler, isOfWindows } from './handlers.ts';
import { columns, isMarketParameter } from './market-parameter.ts';
import { spend } from '../../../work.ts';

const names =
  /^(?:bars?|candles?|closes?|close_?prices?|prices?|highs?|lows?|ohlcv?|quotes|ticks|data|df|frame|market_?data|close|high|low|volumes?|returns?|rets)$/i;

/** Steps after which only a window, a group or a part is left. */
const cuts =
  /^(?:rolling|expanding|ewm|groupby|resample|head|tail|iloc|loc|iat|at|shift|cumsum|cummax|cummin|cumprod|truncate|query|index|columns|shape|dtypes|name)$/;

/** Steps after which it is still a column of all times. */
const keeps =
  /^(?:get|copy|dropna|fillna|ffill|astype|to_numpy|tolist|to_list|to_frame|reshape|ravel|squeeze|abs|pct_change|diff|apply|map|reset_index|set_index|sort_index|log|array|asarray|list|Series|DataFrame)$/;

const deepest = 60;

/** Whether an expression is a whole column or table of market data, all of the run's time. */
export function isMarket(node: PythonNode, evaluator: PythonEvaluator, depth = 0): boolean {
  const at = bare(node);
  const known = evaluator.marketParts.get(at);
  if (known !== undefined || depth > deepest) return known ?? false;
  spend(1);
  // What leads back to itself is no column by that.
  evaluator.marketParts.set(at, false);
  const isPart = isPartOfMarket(at, evaluator, depth);
  evaluator.marketParts.set(at, isPart);
  return isPart;
}

function isPartOfMarket(at: PythonNode, evaluator: PythonEvaluator, depth: number): boolean {
  const follow = (part: PythonNode | undefined): boolean =>
    part !== undefined && isMarket(part, evaluator, depth + 1);
  switch (at.kind) {
    case 'identifier':
      return isMarketName(at, evaluator, depth);
    case 'attribute': {
      const [object, name] = [childOf(at, 'object'), childOf(at, 'attribute')];
      if (name === undefined || cuts.test(nameOf(name))) return false;
      if (isSelf(object, evaluator))
        return nameOf(name) === 'data' && !evaluator.stored.members.has('data');
      return (
        follow(object) && (columns.test(nameOf(name)) || /^(?:values|T|str|dt)$/.test(nameOf(name)))
      );
    }
    case 'subscript': {
      const [key, more] = childrenOf(at, 'subscript');
      if (key === undefined || more !== undefined || key.kind === 'slice') return false;
      const isColumn = textsIn(evaluator.valuesOf(key)).texts.length > 0 || key.kind === 'list';
      return isColumn && follow(childOf(at, 'value'));
    }
    case 'call': {
      const callee = childOf(at, 'function');
      if (callee && pathsIn(evaluator.valuesOf(callee)).includes('stratbox:load')) return true;
      const [object, name] = callee
        ? [childOf(callee, 'object'), childOf(callee, 'attribute')]
        : [];
      if (name === undefined || cuts.test(nameOf(name))) return false;
      if (!keeps.test(nameOf(name))) return false;
      return (
        follow(object) ||
        namedOf(childOf(at, 'arguments') ?? at)
          .slice(0, 1)
          .some(follow)
      );
    }
    case 'binary_operator':
      return follow(childOf(at, 'left')) || follow(childOf(at, 'right'));
    default:
      return false;
  }
}

const isSelf = (node: PythonNode | undefined, evaluator: PythonEvaluator): boolean =>
  node?.kind === 'identifier' &&
  evaluator.valuesOf(node).some(({ kind }) => kind === 'instance' || kind === 'class');

function isMarketName(node: PythonNode, evaluator: PythonEvaluator, depth: number): boolean {
  const variable = evaluator.variableOf(node);
  const sources = (variable?.bindings ?? []).map(({ source }) => source);
  const parameter = sources.find((source) => source.how === 'parameter');
  if (variable !== undefined && parameter?.how === 'parameter') {
    if (isHandled(node, evaluator)) return false;
    return (
      names.test(nameOf(node)) ||
      isMarketParameter(variable, parameter, evaluator, (passed) =>
        isMarket(passed, evaluator, depth + 1),
      )
    );
  }
  if (sources.some((source) => source.how === 'import' && source.path === 'stratbox:data')) {
    return true;
  }
  const assigned = sources.flatMap((source) => (source.how === 'value' ? [source.node] : []));
  if (sources.length > 0) {
    return (
      assigned.length === sources.length &&
      assigned.some((one) => one !== node && isMarket(one, evaluator, depth + 1))
    );
  }
  return names.test(nameOf(node));
}

/** A parameter of a function that knows only what has happened. */
function isHandled(node: PythonNode, evaluator: PythonEvaluator): boolean {
  const owner = evaluator.variableOf(node)?.scope.node;
  if (owner === undefined || !functions.has(owner.kind)) return false;
  return isInHandler(node, evaluator) || isOfWindows(owner, evaluator);
}
