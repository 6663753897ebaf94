import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, enclosing, namedOf, placeOf, type PythonNode } from '../../node.ts';
import { argumentOf } from '../../passed.ts';
import type { PythonSurvey } from '../../survey.ts';
import { itemsOf } from '../../items.ts';
import { functions } from '../../scope.ts';
import { numberIn, pathsIn, textsIn } from '../../value.ts';
import {
  isFalse,
  isTrue,
  looksForward,
  memberCall,
  positional,
  textArgument,
  type MemberCall,
} from './arguments.ts';
import { groupFigure, isFitOnAll, isLabelledEarly } from './groups.ts';
import { isInHandler, isOfWindows } from './handlers.ts';
import { isBackInTime, isPipedAhead, leadsBack, isLengthOfMarket, ofPartial } from './moved.ts';
import { isMarket } from './market.ts';
import { boundsIn, offsetOf, sliceOf, writtenOut } from './places.ts';
import { shortly } from './shortly.ts';

type How = FutureRead['how'];

/** Functions of libraries that look both ways or from the end, whatever they are given. */
const libraries: readonly (readonly [RegExp, How])[] = [
  [/^(?:numpy|scipy):gradient$/, 'centred window'],
  [
    /^scipy:signal\.(?:filtfilt|sosfiltfilt|savgol_filter|wiener|medfilt|hilbert|detrend|find_peaks|argrel\w+|decimate|resample)$/,
    'centred window',
  ],
  [/^scipy:ndimage\.(?:\w*_filter(?:1d)?)$/, 'centred window'],
  [/^scipy:(?:interpolate\.\w*(?:spline|Spline)\w*)$/, 'centred window'],
  [
    /^statsmodels:.*\b(?:lowess|hpfilter|bkfilter|cffilter|seasonal_decompose|STL)$/,
    'centred window',
  ],
  [/^pandas:api\.indexers\.FixedForwardWindowIndexer$/, 'centred window'],
  [/^scipy:stats\.(?:zscore|rankdata|boxcox)$/, 'whole series'],
  [/^pandas:qcut$/, 'whole series'],
];

/** Calls that bring later bars to earlier ones. */
export function callsAhead(survey: PythonSurvey, evaluator: PythonEvaluator): FutureRead[] {
  return survey.ofKind('call').flatMap((call) => {
    const callee = childOf(call, 'function');
    if (callee === undefined) return [];
    const values = evaluator.valuesOf(callee);
    const paths = pathsIn(values).filter((path) => !ours.test(path));
    const member = memberCall(call, evaluator);
    const how =
      paths.map((path) => ofLibrary(path, call, evaluator)).find((one) => one !== undefined) ??
      (member && paths.length === 0 && !isOwn(values) ? ofMember(member, evaluator) : undefined);
    if (how === undefined) return [];
    const series = member && paths.length === 0 ? member.object : (positional(call)[0] ?? callee);
    return [{ how, series: shortly(series), place: placeOf(call) }];
  });
}

/** Results of calls, and what we know to look at the past alone. */
const ours = /\(\)|^stratbox:/;

const isOwn = (values: readonly { readonly kind: string }[]): boolean =>
  values.some(({ kind }) => kind === 'function' || kind === 'class');

/** Whose functions are looked at at all. */
const known = /^(?:(?:numpy|scipy|pandas|statsmodels|sklearn|random|functools):|reversed$)/;

function ofLibrary(path: string, call: PythonNode, evaluator: PythonEvaluator): How | undefined {
  if (!known.test(path)) return undefined;
  const [first] = positional(call);
  const isOfMarket = first !== undefined && isMarket(first, evaluator);
  if (path === 'numpy:roll') {
    return looksForward(call, 1, 'shift', evaluator) ? 'negative ago' : undefined;
  }
  // Filled up at the end, each difference stands one bar before it is known.
  if (path === 'numpy:diff') {
    const isMoved = isOfMarket && argumentOf(call, 99, 'append') !== undefined;
    return isMoved && !isInHandler(call, evaluator) ? 'later bar' : undefined;
  }
  if (path === 'functools:partial') return ofPartial(call, evaluator);
  if (/^pandas:(?:Series|DataFrame)\.(?:shift|diff|pct_change)$/.test(path))
    return looksForward(call, 1, 'periods', evaluator) ? 'negative ago' : undefined;
  if (/^(?:numpy:(?:convolve|correlate)|scipy:signal\.(?:\w*convolve|correlate))$/.test(path)) {
    return textArgument(call, 2, 'mode', evaluator) === 'same' ? 'centred window' : undefined;
  }
  if (path === 'pandas:merge_asof') {
    const direction = textArgument(call, 99, 'direction', evaluator);
    if (direction === 'forward' || direction === 'nearest') return 'later bar';
    const joined = argumentOf(call, 1, 'right');
    return joined && isLabelledEarly(joined, evaluator) ? 'later bar' : undefined;
  }
  if (/^sklearn:model_selection\.train_test_split$/.test(path)) {
    return isFalse(call, 99, 'shuffle', evaluator) ? undefined : 'reordered';
  }
  if (/^sklearn:model_selection\.\w*KFold$/.test(path)) {
    return isTrue(call, 1, 'shuffle', evaluator) ? 'reordered' : undefined;
  }
  if (
    /^(?:reversed|numpy:(?:flip|flipud|sort|argsort|random\.(?:shuffle|permutation))|random:shuffle)$/.test(
      path,
    )
  ) {
    return isOfMarket ? 'reordered' : undefined;
  }
  const found = libraries.find(([name]) => name.test(path));
  const how = found?.[1];
  if (how === 'whole series') return isOfMarket ? how : undefined;
  return how === 'centred window' && !isOfMarket && isOfPast(call, first, evaluator)
    ? undefined
    : how;
}

/** Whether a function is given a window that ends at the current bar: what it smooths is known by then. */
function isOfPast(
  call: PythonNode,
  first: PythonNode | undefined,
  evaluator: PythonEvaluator,
): boolean {
  const around = enclosing(call, functions);
  if (around !== undefined && isOfWindows(around, evaluator)) return true;
  if (isInHandler(call, evaluator)) return true;
  const slice = first && sliceOf(writtenOut(bare(first), evaluator));
  const [from, to] = slice ? boundsIn(slice) : [];
  if (from === undefined || to === undefined) return false;
  return (
    numberIn(evaluator.valuesOf(from)) === undefined && (offsetOf(to, evaluator)?.by ?? 0) <= 1
  );
}

function ofMember({ call, object, name }: MemberCall, evaluator: PythonEvaluator): How | undefined {
  switch (name) {
    case 'shift':
    case 'tshift':
    case 'slice_shift':
    case 'diff':
    case 'pct_change':
      return looksForward(call, 0, 'periods', evaluator) ||
        isBackInTime(argumentOf(call, 1, 'freq'), evaluator)
        ? 'negative ago'
        : undefined;
    case 'get_indexer':
    case 'get_loc':
      return /^(?:bfill|backfill|nearest)$/.test(textArgument(call, 1, 'method', evaluator) ?? '')
        ? 'later bar'
        : undefined;
    case 'pipe':
      return isPipedAhead(call, evaluator) ? 'negative ago' : undefined;
    case 'set_axis': {
      const [times] = positional(call);
      const isBack = times !== undefined && leadsBack(bare(times), evaluator);
      return isBack && isMarket(object, evaluator) ? 'negative ago' : undefined;
    }
    case 'transform':
      return groupFigure(call, evaluator);
    case 'fit':
      return isFitOnAll(call, evaluator) ? 'whole series' : undefined;
    case 'permutation':
    case 'shuffle': {
      const [of] = positional(call);
      return of && isLengthOfMarket(of, evaluator) ? 'reordered' : undefined;
    }
    case 'bar_ago':
      return looksForward(call, 0, 'count', evaluator) ? 'negative ago' : undefined;
    case 'bfill':
    case 'backfill':
      return 'back-fill';
    case 'fillna':
    case 'reindex':
    case 'asfreq': {
      const method = textArgument(call, name === 'reindex' ? 99 : 1, 'method', evaluator);
      if (/^(?:bfill|backfill|nearest)$/.test(method ?? '')) return 'back-fill';
      return name === 'reindex' && isLabelledEarly(object, evaluator) ? 'later bar' : undefined;
    }
    case 'interpolate': {
      const method = textArgument(call, 0, 'method', evaluator) ?? 'linear';
      return /^(?:pad|ffill|zero|previous)$/.test(method) ? undefined : 'back-fill';
    }
    case 'rolling':
      return isTrue(call, 2, 'center', evaluator) ? 'centred window' : undefined;
    case 'resample':
      return textArgument(call, 99, 'label', evaluator) === 'left' ? 'later bar' : undefined;
    case 'fit_transform':
      return namedOf(childOf(call, 'arguments') ?? call).some((one) => isMarket(one, evaluator))
        ? 'whole series'
        : undefined;
    case 'sample':
      return isMarket(object, evaluator) && argumentOf(call, 1, 'frac') ? 'reordered' : undefined;
    case 'sort_index':
      return isFalse(call, 2, 'ascending', evaluator) && isMarket(object, evaluator)
        ? 'reordered'
        : undefined;
    case 'sort_values':
      return isMarket(object, evaluator) ? sortedBy(call, evaluator) : undefined;
    default:
      return undefined;
  }
}

/** By its time, or each symbol by its time, a table may be sorted; by what happened, the end comes first. */
function sortedBy(call: PythonNode, evaluator: PythonEvaluator): How | undefined {
  const by = argumentOf(call, 0, 'by');
  const values = by === undefined ? [] : evaluator.valuesOf(by);
  const { texts } = textsIn(
    values.some(({ kind }) => kind === 'list') ? (itemsOf(values) ?? []).flat() : values,
  );
  return texts.some((text) => /date|time|day|index/i.test(text)) ? undefined : 'reordered';
}
