import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, namedOf, textOf, type PythonNode } from '../../node.ts';
import { argumentOf } from '../../passed.ts';
import { textsWithin } from '../../value.ts';
import { memberCall, positional, textArgument } from './arguments.ts';
import { isInHandler } from './handlers.ts';
import { isMarket } from './market.ts';
import { spend } from '../../../work.ts';

type How = FutureRead['how'];

const figures = /^(?:max|min|mean|std|var|median|quantile|sum|last|count|size|nunique|rank)$/;

/** Parts of a time that many bars share. */
const partsOfTime =
  /\.(?:date|day|month|year|week|quarter|hour|dayofweek|weekday|dayofyear)\b(?!\w)|\b(?:to_period|normalize|floor|isocalendar|Grouper)\(/;

/**
 * `frame.groupby(…)[…].transform('max')`: a figure over a day, a month or a symbol, written on each of
 * its bars. Over one moment, it compares symbols and looks nowhere.
 */
export function groupFigure(call: PythonNode, evaluator: PythonEvaluator): How | undefined {
  const name = textArgument(call, 0, 'func', evaluator);
  if (name === undefined || !figures.test(name) || isInHandler(call, evaluator)) return undefined;
  const { object } = memberCall(call, evaluator) ?? {};
  if (callNamed(object, /^resample$/, evaluator) !== undefined) return 'later bar';
  const group = callNamed(object, /^groupby$/, evaluator);
  const key = group && (argumentOf(group, 0, 'by') ?? argumentOf(group, 99, 'level'));
  if (key === undefined) return undefined;
  const texts = textsWithin(evaluator.valuesOf(key));
  if (texts.length > 0)
    return texts.some((text) => /date|time|day|moment|timestamp/i.test(text))
      ? undefined
      : 'whole series';
  return partsOfTime.test(textOf(key)) ? 'later bar' : undefined;
}

/** The call of this name on the way to a value: `x.groupby(k)['close'].rank()`. */
function callNamed(
  node: PythonNode | undefined,
  name: RegExp,
  evaluator: PythonEvaluator,
  depth = 0,
): PythonNode | undefined {
  if (node === undefined || depth > deepest) return undefined;
  const at = bare(node);
  if (at.kind === 'call' && name.test(memberCall(at, evaluator)?.name ?? '')) return at;
  const [before] = sourcesOf(at, evaluator);
  return callNamed(before, name, evaluator, depth + 1);
}

const deepest = 20;

/** What a value was made of: its owner, the two sides of an operator, or what a variable keeps. */
function sourcesOf(at: PythonNode, evaluator: PythonEvaluator): (PythonNode | undefined)[] {
  switch (at.kind) {
    case 'call':
      return [memberCall(at, evaluator)?.object ?? positional(at)[0]];
    case 'attribute':
      return [childOf(at, 'object')];
    case 'subscript':
      return [childOf(at, 'value')];
    case 'binary_operator':
    case 'comparison_operator':
    case 'unary_operator':
    case 'not_operator':
      return namedOf(at);
    case 'identifier': {
      const [binding, more] = evaluator.variableOf(at)?.bindings ?? [];
      const { source } = binding ?? {};
      return more === undefined && source?.how === 'value' ? [source.node] : [];
    }
    default:
      return [];
  }
}

const aggregates =
  /^(?:last|mean|max|min|sum|median|std|var|ohlc|agg|aggregate|apply|count|prod|quantile)$/;

/** Months, quarters, years and weeks are named by their end; days, hours and starts by their start. */
const isNamedByStart = (frequency: string): boolean =>
  !/^-?\d*(?:W(?:-\w+)?|B?(?:M|Q|A|Y|ME|QE|YE)(?:-\w+)?)$/.test(frequency);

/**
 * Whether a table is of periods that bear the time of their start, though it tells how they ended, and
 * was not moved to a later one since.
 */
export function isLabelledEarly(node: PythonNode, evaluator: PythonEvaluator, depth = 0): boolean {
  if (depth > deepest) return false;
  const at = bare(node);
  spend(1);
  const member = at.kind === 'call' ? memberCall(at, evaluator) : undefined;
  if (member?.name === 'shift') return false;
  if (member !== undefined && aggregates.test(member.name)) {
    const sampled = callNamed(member.object, /^resample$/, evaluator);
    if (sampled !== undefined) return isEarly(sampled, evaluator);
  }
  return sourcesOf(at, evaluator).some(
    (one) => one !== undefined && isLabelledEarly(one, evaluator, depth + 1),
  );
}

function isEarly(resample: PythonNode, evaluator: PythonEvaluator): boolean {
  const label = textArgument(resample, 99, 'label', evaluator);
  const frequency = textArgument(resample, 0, 'rule', evaluator);
  if (label !== undefined) return label === 'left';
  return frequency !== undefined && isNamedByStart(frequency);
}

/** `OLS(y, x).fit()` over a whole column whose own past is then judged by it. */
export function isFitOnAll(call: PythonNode, evaluator: PythonEvaluator): boolean {
  const model = memberCall(call, evaluator)?.object;
  const made = model && madeOf(bare(model), evaluator);
  if (made === undefined || isInHandler(call, evaluator)) return false;
  const callee = childOf(made, 'function');
  const name = callee ? textOf(callee).split('.').at(-1) : '';
  if (
    /Scaler$|^(?:PCA|Normalizer|QuantileTransformer|PowerTransformer|KBinsDiscretizer)$/.test(
      name ?? '',
    )
  )
    return positional(call).some((one) => isMarket(one, evaluator));
  if (!/^(?:OLS|WLS|GLS|RLM|Logit|Probit|GLM)$/.test(name ?? '')) return false;
  const [outcome] = positional(made);
  return outcome !== undefined && isMarket(outcome, evaluator);
}

/** The call that made a value, through the variable that keeps it. */
function madeOf(at: PythonNode, evaluator: PythonEvaluator): PythonNode | undefined {
  if (at.kind === 'call') return at;
  const [source] = at.kind === 'identifier' ? sourcesOf(at, evaluator) : [];
  return source && bare(source).kind === 'call' ? bare(source) : undefined;
}
