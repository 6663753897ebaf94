import type { AnyNode, NodeOf } from '../../../node.ts';
import type { AnyLoop } from '../loop-node.ts';
import { isCounted } from '../counted-loops.ts';
import { decide } from './choices.ts';
import { Facts } from './facts.ts';
import { havoc } from './havoc.ts';
import { OpenLoop, type Completion, type LoopRun, type Machine } from './machine.ts';
import { memberOf } from './members.ts';
import { bindPattern } from './places.ts';
import { isProven } from './proof.ts';
import { snapshot, type Shown } from './snapshot.ts';
import { operated } from './operators.ts';
import { Cell, isPrimitive, type Thing } from './thing.ts';

/** Doubling a number reaches the end of all numbers in fewer rounds. */
const mostRounds = 1_200;
/** A loop that surely ends need not be gone through. */
const mostCounted = 50;

/** Where the end is not known, it is not just one step away. */
const someRounds = 4;

/** One kind of loop: what decides about a round, and what ends one. */
interface Steps {
  /** Whether there is another round; undefined when it does not ask. */
  readonly test: (() => Thing) | undefined;
  readonly body: AnyNode;
  readonly before?: () => void;
  readonly after?: () => void;
  /** Its own place in what it walks over. */
  readonly cursor?: Cell;
}

export function runLoop(machine: Machine, node: AnyLoop, label: string | undefined): Completion {
  const run: LoopRun = { node, frame: machine.frame, label, round: 1, mayEnd: false };
  const { facts, frame } = machine;
  machine.loops.push(run);
  const isOwn = (error: unknown): boolean => error instanceof OpenLoop && error.run === run;
  try {
    const steps = stepsOf(machine, node, run);
    return steps === undefined ? undefined : goRound(machine, run, steps);
  } catch (error) {
    if (!isOwn(error)) throw error;
    machine.facts = facts;
    machine.frame = frame;
    havoc(machine, node);
    return undefined;
  } finally {
    machine.loops.splice(machine.loops.indexOf(run));
  }
}

function stepsOf(machine: Machine, node: AnyLoop, run: LoopRun): Steps | undefined {
  switch (node.type) {
    case 'ForStatement': {
      const { init, test, update, body } = node;
      if (init?.type === 'VariableDeclaration') machine.run(init);
      else if (init) machine.value(init);
      return {
        body,
        test: test ? () => machine.value(test) : undefined,
        ...(update ? { after: () => void machine.value(update) } : {}),
      };
    }
    case 'WhileStatement':
    case 'DoWhileStatement':
      return { body: node.body, test: () => machine.value(node.test) };
    case 'ForOfStatement':
      return walkOf(machine, node, run);
    default: {
      const table = machine.value(node.right);
      const isKnown = table instanceof Cell && table.kind === 'table' && !table.slots.has('*');
      if (!isKnown) return openWalk(machine, node, run);
      for (const key of [...table.slots.keys()]) {
        bindTarget(machine, node.left, key);
        const completion = machine.run(node.body);
        if (completion !== undefined && completion.kind !== 'continue') throw new OpenLoop(run);
      }
      return undefined;
    }
  }
}

/** A list is walked over as it is in each round, whatever was put into it meanwhile. */
function walkOf(machine: Machine, node: NodeOf<'ForOfStatement'>, run: LoopRun): Steps | undefined {
  const list = machine.value(node.right);
  const isList = list instanceof Cell && (list.kind === 'list' || list.kind === 'typed');
  if (!isList || node.await) return openWalk(machine, node, run);
  const cursor = new Cell('open');
  cursor.slots.set('at', 0);
  const at = (): Thing => cursor.slots.get('at');
  return {
    body: node.body,
    cursor,
    test: () => operated(machine, '<', at(), memberOf(machine, list, 'length')),
    before: () => {
      const place = at();
      const key = isPrimitive(place) ? String(place) : place;
      bindTarget(machine, node.left, memberOf(machine, list, key));
    },
    after: () => machine.memory.set(cursor.slots, 'at', operated(machine, '+', at(), 1)),
  };
}

/** A walk over something unknown: one round is gone through, from whatever the others may have left. */
function openWalk(
  machine: Machine,
  node: NodeOf<'ForOfStatement' | 'ForInStatement'>,
  run: LoopRun,
): undefined {
  run.mayEnd = true;
  havoc(machine, node);
  bindTarget(machine, node.left, machine.memory.fresh());
  machine.run(node.body);
  throw new OpenLoop(run);
}

function bindTarget(machine: Machine, left: AnyNode, value: Thing): void {
  if (left.type !== 'VariableDeclaration') return bindPattern(machine, left, value, 'assign');
  const [declarator] = left.declarations;
  if (declarator) bindPattern(machine, declarator.id, value);
}

function goRound(machine: Machine, run: LoopRun, steps: Steps): Completion {
  const shown: Shown[] = [];
  const isChecked = machine.proofs === 0;
  const limit =
    run.node.type === 'ForStatement' && isCounted(machine.context, run.node)
      ? mostCounted
      : mostRounds;
  // What is assumed for the first round does not count as new in the next ones.
  let base = machine.memory.fresh().name;
  for (; run.round <= limit; run.round++) {
    const left = oneRound(machine, run, steps);
    if (left !== undefined) return left === 'end' ? undefined : left;
    if (run.round === 1) base = baseOf(machine, run, base);
    if (run.mayEnd || !isChecked || !isLookedAt(run.round)) continue;
    const state = snapshot(machine, run, steps.cursor, base);
    if (state === undefined) throw new OpenLoop(run);
    const isEndless =
      shown.some(({ key }) => key === state.key) ||
      isProven(
        machine,
        run,
        [...shown, state],
        () => oneRound(machine, run, steps),
        steps.cursor,
        base,
      );
    if (isEndless) {
      machine.endless.set(run.node, 'its rounds repeat themselves');
      throw new OpenLoop(run);
    }
    shown.push(state);
  }
  throw new OpenLoop(run);
}

/** The first rounds, and then some in a row now and again. */
const isLookedAt = (round: number): boolean => round % 64 < 10 || round < 24;

const baseOf = (machine: Machine, run: LoopRun, base: string): string =>
  run.node.type === 'DoWhileStatement' ? machine.memory.fresh().name : base;

/** `undefined` when the loop goes on. */
function oneRound(machine: Machine, run: LoopRun, steps: Steps): Completion | 'end' {
  const isTestedLater = run.node.type === 'DoWhileStatement';
  if (!isTestedLater && !goesOn(machine, run, steps)) return 'end';
  steps.before?.();
  const completion = machine.run(steps.body);
  if (completion?.kind === 'return' || completion?.kind === 'throw') return completion;
  if (completion !== undefined) {
    const isOwn = completion.label === undefined || completion.label === run.label;
    if (!isOwn) return completion;
    if (completion.kind === 'break') return 'end';
  }
  steps.after?.();
  return isTestedLater && !goesOn(machine, run, steps) ? 'end' : undefined;
}

function goesOn(machine: Machine, run: LoopRun, { test }: Steps): boolean {
  if (test === undefined) return true;
  const value = test();
  const truth = decide(machine, value);
  if (typeof truth === 'boolean') return truth;
  if (run.round > 1 || run.mayEnd || machine.proofs > 0 || Facts.isUnlikely(truth)) {
    run.mayEnd = true;
    throw new OpenLoop(run);
  }
  machine.facts = new Facts(machine.facts);
  machine.facts.assume(truth, true, someRounds);
  return true;
}
