import type { Variable } from '../../scopes/scope.ts';
import { parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { isInside, within, type TestedLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { RoundPaths, type Numbers } from './round-paths.ts';

/** A counter may stand anywhere: a round that changes nothing is looked for from here. */
const somewhere = 10;
const distances = [0, 1, 2] as const;

/**
 * Whether a loop can come to a round that leaves all as it was, and so to the same round again: a
 * bisection that keeps its middle, a step that is taken back, a `continue` past the step.
 */
export function hasStuckRound(view: LoopView, loop: TestedLoop): boolean {
  return isStuckBisection(view, loop) || takesStepBack(view, loop) || restarts(view, loop);
}

/** `while (lo < hi) { const mid = (lo + hi) >> 1; if (…) lo = mid; else hi = mid; }` */
function isStuckBisection(view: LoopView, loop: TestedLoop): boolean {
  const test = loop.test && unwrap(loop.test);
  if (test?.type !== 'BinaryExpression' || !/^[<>]=?$/.test(test.operator)) return false;
  const names = within(view.context.survey.ofType('Identifier'), test);
  const variables = new Set(names.map((name) => view.variableOf(name)));
  const [one, two, ...others] = variables;
  if (!one || !two || others.length > 0) return false;
  const isMoved = [one, two].every((end) =>
    view.writesOf(end).some((write) => isInside(write, loop.body)),
  );
  if (!isMoved || !isHalved(view, loop, one, two)) return false;
  return distances.some((distance) =>
    [distance, -distance].some((way) => {
      const start: Numbers = new Map([
        [one, somewhere],
        [two, somewhere + way],
      ]);
      return isStuckAt(view, loop, start, [one, two]);
    }),
  );
}

/** Whether the middle of two counters is taken: `(a + b) / 2`, `a + ((b - a) >> 1)`. */
const isHalved = (view: LoopView, loop: TestedLoop, one: Variable, two: Variable): boolean =>
  within(view.context.survey.ofType('BinaryExpression'), loop.body).some(
    (node) =>
      /^(?:\/|>>>?)$/.test(node.operator) &&
      [one, two].every((end) =>
        end.references.some(({ identifier }) => isInside(identifier, node.left)),
      ),
  );

function isStuckAt(
  view: LoopView,
  loop: TestedLoop,
  start: Numbers,
  moved: readonly Variable[],
): boolean {
  const paths = new RoundPaths(view, loop);
  if (loop.test && paths.truthOf(loop.test, start) === false) return false;
  return paths.through(loop, start).some(({ numbers, writes, jump }) => {
    if (jump === 'exit' || !moved.some((variable) => writes.has(variable))) return false;
    return [...writes].every((variable) => {
      const before = start.get(variable);
      return before !== undefined && numbers.get(variable) === before;
    });
  });
}

/** `for (let i = 0; i < n; i++) { if (…) { i--; continue; } }` */
function takesStepBack(view: LoopView, loop: TestedLoop): boolean {
  if (loop.type !== 'ForStatement' || !loop.update || !loop.test) return false;
  const { update } = loop;
  const target =
    update.type === 'UpdateExpression'
      ? update.argument
      : update.type === 'AssignmentExpression'
        ? update.left
        : undefined;
  const counter = target && view.variableOf(target);
  if (!counter || !view.writesOf(counter).some((write) => isInside(write, loop.body))) return false;
  const writes = view.writesOf(counter).filter((write) => isInside(write, loop.body));
  const isByStep = writes.every((write) => isStep(parentOf(write)));
  return isByStep && isStuckAt(view, loop, new Map([[counter, somewhere]]), [counter]);
}

const isStep = (node: AnyNode | undefined): boolean =>
  node?.type === 'UpdateExpression' ||
  (node?.type === 'AssignmentExpression' && /^[-+]=$/.test(node.operator));

/** `outer: while (…) { for (…) { if (…) continue outer; } i++; }` */
function restarts(view: LoopView, loop: TestedLoop): boolean {
  if (loop.type === 'ForStatement' && loop.update) return false;
  const isFromInside = view.continues.some((jump) => isInLoop(jump, loop));
  if (!isFromInside) return false;
  return new RoundPaths(view, loop)
    .through(loop, new Map())
    .some(({ jump, writes }) => jump === 'inner continue' && writes.size === 0);
}

function isInLoop(jump: NodeOf<'ContinueStatement'>, loop: TestedLoop): boolean {
  let node = parentOf(jump);
  while (node && node !== loop) {
    if (/^(?:For|ForOf|ForIn)Statement$/.test(node.type)) return true;
    node = parentOf(node);
  }
  return false;
}
