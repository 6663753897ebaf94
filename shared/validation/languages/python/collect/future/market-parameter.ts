import type { Source } from '../../binding.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, childrenOf, nameOf, type PythonNode } from '../../node.ts';
import { argumentOf, classAround } from '../../passed.ts';
import type { Variable } from '../../scope.ts';
import { textsIn } from '../../value.ts';

/** What columns of prices are called: keys of a table, which nobody renames. */
export const columns = /^(?:adj[ _]?close|close|open|high|low|volume|price|returns?|rets)$/i;

type Parameter = Extract<Source, { how: 'parameter' }>;

const mostCalls = 10;

/**
 * Whether a parameter is market data by its part, not by its name: the run hands it over, a call of the
 * text passes it, or its columns of prices are used as pandas' columns are.
 */
export function isMarketParameter(
  variable: Variable,
  { of: definition, index, name, takes }: Parameter,
  evaluator: PythonEvaluator,
  isMarket: (passed: PythonNode) => boolean,
): boolean {
  if (takes !== 'one') return false;
  const own = childOf(definition, 'name');
  const isOfRun = own !== undefined && nameOf(own) === 'positions' && index === 0;
  if (isOfRun && definition.parent?.kind === 'module') return true;
  if (isUsedAsTable(variable, evaluator)) return true;
  const shift = classAround(definition) === undefined ? 0 : 1;
  const calls = evaluator.callSites.ofFunction.get(definition) ?? [];
  return calls.slice(0, mostCalls).some((call) => {
    const passed = argumentOf(call, index - shift, name);
    return passed !== undefined && isMarket(passed);
  });
}

const ofColumns =
  /^(?:rolling|expanding|ewm|shift|diff|pct_change|resample|cumsum|cummax|cummin|cumprod|iloc|values|to_numpy|mean|std|max|min|median|quantile|rank|dropna|fillna|ffill|index)$/;

/** `frame['close'].rolling(9)`, `frame.close.shift(1)`: one bar's price has no such members. */
function isUsedAsTable(variable: Variable, evaluator: PythonEvaluator): boolean {
  const known = evaluator.usedAsTables.get(variable);
  if (known !== undefined) return known;
  const isUsed = evaluator
    .readsOf(variable.name)
    .some((read) => evaluator.variableOf(read) === variable && isColumnUsed(read, evaluator));
  evaluator.usedAsTables.set(variable, isUsed);
  return isUsed;
}

function isColumnUsed(read: PythonNode, evaluator: PythonEvaluator): boolean {
  const column = read.parent;
  const used = column?.parent;
  if (column === undefined || used?.kind !== 'attribute' || used.children[0] !== column)
    return false;
  const name = childOf(used, 'attribute');
  if (name === undefined || !ofColumns.test(nameOf(name))) return false;
  if (column.kind === 'attribute')
    return columns.test(nameOf(childOf(column, 'attribute') ?? column));
  if (column.kind !== 'subscript' || childOf(column, 'value') !== read) return false;
  const [key] = childrenOf(column, 'subscript');
  return (
    key !== undefined && textsIn(evaluator.valuesOf(key)).texts.some((text) => columns.test(text))
  );
}
