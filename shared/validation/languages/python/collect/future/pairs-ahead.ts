import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, descendants, nameOf, placeOf, type PythonNode } from '../../node.ts';
import type { PythonSurvey } from '../../survey.ts';
import { pathsIn } from '../../value.ts';
import { positional } from './arguments.ts';
import { isInHandler } from './handlers.ts';
import { landingOf } from './landing.ts';
import { leadOf } from './leads.ts';
import { isMarket } from './market.ts';
import { writtenOut } from './places.ts';
import { roundOf } from './rounds.ts';
import { shortly } from './shortly.ts';

/** Bars that are walked over beside the ones before them: `zip(close, close[1:])`, `pairwise(close)`. */
export function pairsAhead(survey: PythonSurvey, evaluator: PythonEvaluator): FutureRead[] {
  const walked = survey.ofKind('for_statement', 'for_in_clause').flatMap((loop): FutureRead[] => {
    const [targets, over] = [childOf(loop, 'left'), childOf(loop, 'right')];
    if (targets === undefined || over === undefined || !isOfPairs(bare(over), evaluator)) return [];
    const names = [...descendants(targets)].filter(({ kind }) => kind === 'identifier');
    const ahead = names.find((name) => isEarly(name, evaluator));
    return ahead === undefined
      ? []
      : [{ how: 'later bar', series: shortly(over), place: placeOf(over) }];
  });
  return [...walked, ...nextAhead(evaluator)];
}

function isOfPairs(over: PythonNode, evaluator: PythonEvaluator): boolean {
  const callee = over.kind === 'call' ? childOf(over, 'function') : undefined;
  if (callee === undefined) return false;
  const paths = pathsIn(evaluator.valuesOf(callee));
  if (paths.includes('enumerate')) {
    const [inner] = positional(over);
    return inner !== undefined && isOfPairs(bare(inner), evaluator);
  }
  return paths.includes('zip') || paths.includes('itertools:pairwise');
}

/** Whether what a name stands for is put under a bar before it. */
function isEarly(name: PythonNode, evaluator: PythonEvaluator): boolean {
  const round = roundOf(name, evaluator);
  const lead = round && leadOf(name, round, evaluator);
  if (round === undefined || lead === undefined || lead.by < 1) return false;
  if (isInHandler(name, evaluator) || !isMarket(lead.of, evaluator)) return false;
  return evaluator
    .readsOf(nameOf(name))
    .filter((read) => evaluator.variableOf(read) === evaluator.variableOf(name))
    .some((read) => landingOf(read, round, lead.by, evaluator) === 'early');
}

/** `later = iter(close); next(later)`: from there on, what it gives is one bar ahead of a loop over all. */
function nextAhead(evaluator: PythonEvaluator): FutureRead[] {
  const calls = evaluator.readsOf('next').flatMap(({ parent }) => {
    const [given] = parent?.kind === 'call' ? positional(parent) : [];
    return parent && given?.kind === 'identifier' ? [{ call: parent, given }] : [];
  });
  return calls.flatMap(({ call, given }): FutureRead[] => {
    const made = writtenOut(given, evaluator);
    const [column] = made.kind === 'call' && made !== given ? positional(made) : [];
    if (column === undefined || !isMarket(column, evaluator)) return [];
    const round = roundAroundCall(call, evaluator);
    if (round === undefined || !isMarket(round.over, evaluator)) return [];
    const before = calls.filter(
      (one) =>
        one.call.end < round.loop.start &&
        evaluator.variableOf(one.given) === evaluator.variableOf(given),
    );
    return before.length > 0 && landingOf(call, round, before.length, evaluator) === 'early'
      ? [{ how: 'later bar', series: shortly(column), place: placeOf(call) }]
      : [];
  });
}

function roundAroundCall(call: PythonNode, evaluator: PythonEvaluator) {
  let at: PythonNode | undefined = call;
  while (at !== undefined && at.kind !== 'for_statement') at = at.parent;
  const target = at && childOf(at, 'left');
  return target && roundOf(target, evaluator);
}
