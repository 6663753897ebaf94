import type { PythonEvaluator } from '../../evaluate.ts';
import {
  bare,
  childOf,
  childrenOf,
  descendants,
  nameOf,
  namedOf,
  type PythonNode,
} from '../../node.ts';
import { leadOf } from './leads.ts';
import { filledUp, firstOf, landingOfList, type Landing } from './padding.ts';
import { offsetOf, sliceOf, writtenOut } from './places.ts';
import { isComprehension, isOfAllBars, type Round } from './rounds.ts';
import { spend } from '../../../work.ts';

/**
 * Where a loop puts what it read `lead` bars on from its round's own: `out[i] = close[i + 1]` is early,
 * `out[i + 1] = close[i + 1]` in time. Undefined where that cannot be seen.
 */
export function landingOf(
  read: PythonNode,
  round: Round,
  lead: number,
  evaluator: PythonEvaluator,
): Landing | undefined {
  const landings = new Walk(round, lead, evaluator).landings(read);
  return landings.includes('early') ? 'early' : landings.find((one) => one !== undefined);
}

type Landings = readonly (Landing | undefined)[];

const ends = /^(?:return_statement|lambda|while_statement|for_statement|for_in_clause)$/;

class Walk {
  private readonly round: Round;
  private readonly lead: number;
  private readonly evaluator: PythonEvaluator;
  private readonly seen = new Set<PythonNode>();

  constructor(round: Round, lead: number, evaluator: PythonEvaluator) {
    this.round = round;
    this.lead = lead;
    this.evaluator = evaluator;
  }

  landings(read: PythonNode): Landings {
    if (this.seen.has(read)) return [];
    this.seen.add(read);
    spend(1);
    for (let at = read; at.parent !== undefined && at !== this.round.loop; at = at.parent) {
      const { parent } = at;
      if (parent === this.round.loop && isComprehension(this.round))
        return at.field === 'body' ? [this.listed(landingOfList(parent, this.evaluator))] : [];
      if (parent.kind === 'expression_list' && parent.field === 'right')
        return this.kept(parent.parent, namedOf(parent).indexOf(at));
      if (/^(?:assignment|augmented_assignment)$/.test(parent.kind))
        return at.field === 'right' ? this.kept(parent, undefined) : [];
      if (/^(?:if_statement|elif_clause)$/.test(parent.kind))
        return at.field === 'condition' ? this.inBranches(parent) : [];
      if (ends.test(parent.kind)) return [];
      const list = parent.kind === 'argument_list' ? appendedTo(parent.parent) : undefined;
      if (list !== undefined) return [this.appended(list)];
    }
    return [];
  }

  /** `out[i] = …`, or a name and what is made of it in the same round. */
  private kept(assignment: PythonNode | undefined, place: number | undefined): Landings {
    const left = assignment && childOf(assignment, 'left');
    const target = left && place !== undefined ? namedOf(left)[place] : left;
    if (assignment === undefined || target === undefined) return [];
    if (target.kind === 'subscript') return [this.putAt(target)];
    if (target.kind !== 'identifier' || assignment.kind !== 'assignment') return [];
    const variable = this.evaluator.variableOf(target);
    const { loop } = this.round;
    return this.evaluator
      .readsOf(nameOf(target))
      .filter((one) => one.start > assignment.end && one.end <= loop.end)
      .filter((one) => variable !== undefined && this.evaluator.variableOf(one) === variable)
      .flatMap((one) => this.landings(one));
  }

  private putAt(target: PythonNode): Landing | undefined {
    const [key] = childrenOf(target, 'subscript');
    if (key === undefined || sliceOf(target) !== undefined) return undefined;
    const { from, by } = offsetOf(key, this.evaluator) ?? { from: bare(key), by: 0 };
    const own = leadOf(from, this.round, this.evaluator);
    if (own === undefined || this.isShort(target)) return undefined;
    return own.by + by < this.lead ? 'early' : 'in time';
  }

  /** `np.empty(len(close) - 1)`: differences, whose places are not those of bars. */
  private isShort(target: PythonNode): boolean {
    const owner = childOf(target, 'value');
    const made = owner && writtenOut(bare(owner), this.evaluator);
    if (made === undefined || made === owner) return false;
    return [...descendants(made)].some((one) => {
      const part = one.kind === 'identifier' ? writtenOut(one, this.evaluator) : one;
      return part.kind === 'binary_operator' && childOf(part, 'operator')?.kind === '-';
    });
  }

  /** `if close[i + 1] > close[i]: out[i] = 1`. */
  private inBranches(condition: PythonNode): Landings {
    return [...descendants(condition)].flatMap((one): Landings => {
      if (one.kind === 'assignment' || one.kind === 'augmented_assignment') {
        const target = childOf(one, 'left');
        return target?.kind === 'subscript' ? [this.putAt(target)] : [];
      }
      const list = one.kind === 'call' ? appendedTo(one) : undefined;
      // A list of places is no list of what holds at them.
      const [added] = list ? namedOf(childOf(one, 'arguments') ?? one) : [];
      const isPlace = added?.kind === 'identifier' && leadOf(added, this.round, this.evaluator);
      return list === undefined || isPlace ? [] : [this.appended(list)];
    });
  }

  /** A list that grows by one in each round. */
  private appended(list: PythonNode): Landing | undefined {
    const variable = this.evaluator.variableOf(list);
    const made = writtenOut(list, this.evaluator);
    if (variable === undefined || made === list) return undefined;
    if (made.kind !== 'list' || namedOf(made).length > 0) return 'in time';
    const { loop } = this.round;
    const reads = this.evaluator
      .readsOf(nameOf(list))
      .filter((one) => this.evaluator.variableOf(one) === variable);
    if (reads.some((one) => one.end < loop.start && filledUp(one) === 'early')) return 'in time';
    const after = reads.filter(({ start }) => start > loop.end);
    return this.listed(
      firstOf(after.map((one) => filledUp(one) ?? landingOfList(one, this.evaluator))),
    );
  }

  private listed(landing: Landing | 'as long' | undefined): Landing | undefined {
    if (landing !== 'as long') return landing;
    return isOfAllBars(this.round, this.evaluator) ? 'early' : undefined;
  }
}

/** The name of the list that a call appends to. */
function appendedTo(call: PythonNode | undefined): PythonNode | undefined {
  const callee = call && childOf(call, 'function');
  const name = callee?.kind === 'attribute' ? childOf(callee, 'attribute') : undefined;
  const owner = callee && childOf(callee, 'object');
  return name && nameOf(name) === 'append' && owner?.kind === 'identifier' ? owner : undefined;
}
