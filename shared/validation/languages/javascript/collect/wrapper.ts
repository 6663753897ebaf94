import type { Evaluator } from '../evaluate.ts';
import { enclosingFunction, parentOf, type AnyNode, type FunctionLike } from '../node.ts';

/**
 * The function whose work is to turn a given text into code: it hands its own parameter on to
 * `eval` or `Function`, or it does nothing else but call them.
 */
export function wrapperAround(
  node: AnyNode,
  args: readonly AnyNode[],
  evaluator: Evaluator,
): FunctionLike | undefined {
  let owner = enclosingFunction(node);
  while (owner !== undefined) {
    const current = owner;
    const handsOn = args.some((argument) => mentionsParameter(argument, current, evaluator));
    if (handsOn || doesNothingElse(current, node)) return current;
    owner = enclosingFunction(current);
  }
  return undefined;
}

function mentionsParameter(node: AnyNode, owner: FunctionLike, evaluator: Evaluator): boolean {
  return evaluator.scopes.declaredBy(owner).some(
    (variable) =>
      variable.defs.some(({ type }) => type === 'Parameter') &&
      variable.references.some(({ identifier }) => {
        const { start, end } = identifier;
        return start >= node.start && end <= node.end;
      }),
  );
}

/** `() => eval(text)` and `function () { return eval(text); }`, but no method of a class. */
function doesNothingElse(owner: FunctionLike, node: AnyNode): boolean {
  if (parentOf(owner)?.type === 'MethodDefinition') return false;
  if (owner.body.type !== 'BlockStatement') return true;
  const [only, ...others] = owner.body.body;
  if (only === undefined || others.length > 0) return false;
  const isPlain = only.type === 'ReturnStatement' || only.type === 'ExpressionStatement';
  return isPlain && node.start >= only.start && node.end <= only.end;
}
