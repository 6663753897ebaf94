import type { Loop } from '../../../../facts.ts';
import { placeOf, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { exitsOf, isReachable } from './exits.ts';
import type { LoopContext } from './loop-context.ts';
import { headOf } from './loop-node.ts';

/** What asks for every value of its first argument. */
const wholeTakers =
  /^(?:Array\.from|Set|Map|Object\.fromEntries|Promise\.(?:all|allSettled|any|race)|(?:Uint|Int|Float)\w*Array(?:\.from)?)$/;

const reason = 'it asks for all values of an iterator that never ends';

/** `[...forEver()]`, `for (const x of forEver()) …`: what never ends is asked for to its end. */
export function collectWholeWalks(context: LoopContext): Loop[] {
  const { survey, iterators } = context;
  const found: Loop[] = [];
  if (!iterators.mayExist()) return found;
  for (const loop of survey.ofType('ForOfStatement')) {
    if (!iterators.isEndless(loop.right)) continue;
    const view = context.viewOf(loop);
    if (exitsOf(survey, loop).some((jump) => isReachable(view, jump))) continue;
    found.push({ reason, place: headOf(loop) });
  }
  const consumers: AnyNode[] = [
    ...survey.ofType('SpreadElement').filter(({ argument }) => iterators.isEndless(argument)),
    ...survey.ofType('VariableDeclarator').filter(({ id, init }) => takesRest(context, id, init)),
    ...survey
      .ofType('AssignmentExpression')
      .filter(({ left, right }) => takesRest(context, left, right)),
    ...survey.ofType('CallExpression').filter((call) => takesAll(context, call)),
    ...survey.ofType('NewExpression').filter((call) => takesAll(context, call)),
  ];
  for (const node of consumers) found.push({ reason, place: placeOf(node) });
  return found;
}

/** `const [first, ...others] = forEver()`. */
const takesRest = (
  { iterators }: LoopContext,
  pattern: AnyNode,
  source: AnyNode | null | undefined,
): boolean =>
  pattern.type === 'ArrayPattern' &&
  pattern.elements.at(-1)?.type === 'RestElement' &&
  !!source &&
  iterators.isEndless(source);

function takesAll(
  { evaluator, iterators }: LoopContext,
  { callee, arguments: [first] }: NodeOf<'CallExpression' | 'NewExpression'>,
): boolean {
  if (callee.type === 'Super') return false;
  if (callee.type === 'MemberExpression') {
    const isWhole = propertyKey(evaluator, callee).some((key) =>
      /^(?:toArray|forEach|reduce)$/.test(key),
    );
    if (isWhole && iterators.isEndless(callee.object)) return true;
  }
  if (first === undefined) return false;
  const value = single(evaluator.evaluate(callee));
  return value?.kind === 'global' && wholeTakers.test(value.path) && iterators.isEndless(first);
}
