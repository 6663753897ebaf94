import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, descendants, namedOf, textOf, type PythonNode } from '../../node.ts';
import { numberIn, pathsIn } from '../../value.ts';
import { memberCall, positional } from './arguments.ts';
import { boundsIn, sliceOf } from './places.ts';
import { isTargetOf, type Round } from './rounds.ts';

/** What a loop's name is each time: so many bars on from the round's own number, of this column. */
export interface Lead {
  readonly by: number;
  readonly of: PythonNode;
}

/** Undefined for what is not one of the loop's names, or of a place that is not known. */
export function leadOf(
  name: PythonNode,
  round: Round,
  evaluator: PythonEvaluator,
): Lead | undefined {
  return isTargetOf(round, name, evaluator)
    ? within(round.targets, round.over, name, evaluator)
    : undefined;
}

function within(
  targets: PythonNode,
  over: PythonNode,
  name: PythonNode,
  evaluator: PythonEvaluator,
): Lead | undefined {
  const at = bare(over);
  const parts = /^(?:pattern_list|tuple_pattern)$/.test(targets.kind) ? namedOf(targets) : [];
  const place = parts.findIndex((part) => holds(part, name, evaluator));
  const part = parts[place];
  const slice = sliceOf(at);
  if (slice !== undefined) {
    const [from] = boundsIn(slice);
    const skipped = from === undefined ? 0 : numberIn(evaluator.valuesOf(from));
    const lead = within(targets, childOf(at, 'value') ?? at, name, evaluator);
    return moved(lead, skipped === undefined || skipped < 0 ? undefined : skipped);
  }
  if (at.kind !== 'call') return { by: 0, of: at };
  const given = positional(at);
  const [first, second] = given;
  const member = memberCall(at, evaluator);
  if (member?.name === 'items') return within(targets, member.object, name, evaluator);
  switch (pathOf(at, evaluator)) {
    case 'enumerate':
      if (place === 0)
        return moved({ by: 0, of: at }, second ? numberIn(evaluator.valuesOf(second)) : 0);
      return part && first && within(part, first, name, evaluator);
    case 'zip':
      return part && given[place] && within(part, given[place], name, evaluator);
    case 'itertools:pairwise':
      return part && first && moved(within(part, first, name, evaluator), place);
    case 'itertools:islice':
      if (first === undefined || given.length < 3 || second === undefined) return undefined;
      return moved(within(targets, first, name, evaluator), numberIn(evaluator.valuesOf(second)));
    case 'range':
      return moved({ by: 0, of: at }, second && first ? numberIn(evaluator.valuesOf(first)) : 0);
    case 'list':
    case 'iter':
    case 'tuple':
      return first && within(targets, first, name, evaluator);
    default:
      return { by: 0, of: at };
  }
}

const moved = (lead: Lead | undefined, by: number | undefined): Lead | undefined =>
  lead === undefined || by === undefined ? undefined : { by: lead.by + by, of: lead.of };

function pathOf(call: PythonNode, evaluator: PythonEvaluator): string | undefined {
  const callee = childOf(call, 'function');
  return callee && pathsIn(evaluator.valuesOf(callee))[0];
}

function holds(part: PythonNode, name: PythonNode, evaluator: PythonEvaluator): boolean {
  const variable = evaluator.variableOf(name);
  return [...descendants(part)].some(
    (one) =>
      one.kind === 'identifier' &&
      textOf(one) === textOf(name) &&
      evaluator.variableOf(one) === variable,
  );
}
