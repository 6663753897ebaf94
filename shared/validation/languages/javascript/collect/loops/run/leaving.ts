import { GaveUp, OpenLoop, type Completion, type LoopRun, type Machine } from './machine.ts';
import { Unknown, type Thing } from './thing.ts';

/**
 * A branch that may be taken leaves the loops around it. In a loop's first round a comparison of
 * numbers is taken to be as it must be for another round; later it has to follow from that.
 */
export function mayLeaveBy(
  machine: Machine,
  completion: Completion,
  condition: Thing,
  truth: boolean,
): void {
  const left = loopsLeft(machine, completion);
  if (completion?.kind === 'return' || completion?.kind === 'throw') {
    machine.frame.mayHaveLeft = true;
  }
  if (completion?.kind === 'throw' && machine.tries > 0) throw new GaveUp();
  const innermost = left.at(-1);
  const isFirst = left.every(({ round }) => round === 1) && machine.proofs === 0;
  const isNumeric =
    condition instanceof Unknown &&
    (condition.claim?.kind === 'sign' || isNegatedSign(condition)) &&
    completion?.kind !== 'throw';
  if (innermost !== undefined && !(isFirst && isNumeric)) {
    for (const run of left) run.mayEnd = true;
    throw new OpenLoop(innermost);
  }
  if (condition !== undefined) machine.facts.assume(condition, truth);
}

const isNegatedSign = ({ claim }: Unknown): boolean =>
  claim?.kind === 'not' && claim.of.claim?.kind === 'sign';

/** The loops that a jump leaves or goes on with, the innermost last. */
function loopsLeft(machine: Machine, completion: Completion): LoopRun[] {
  if (completion?.kind === 'throw') return [...machine.loops];
  const own = machine.loops.filter(({ frame }) => frame === machine.frame);
  if (completion?.kind === 'return') return own;
  if (completion?.label === undefined) return own.slice(-1);
  const index = own.findIndex(({ label }) => label === completion.label);
  return index < 0 ? own : own.slice(index);
}
