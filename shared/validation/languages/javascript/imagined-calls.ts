import type { Variable } from './scopes/scope.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import type { FunctionLike } from './node.ts';
import { parameterVariables } from './patterns.ts';
import { picksOf } from './picks.ts';
import { undefinedValue, unknown, type Value, type Values } from './value.ts';
import { keyOfLists } from './value-key.ts';

/** What the text's own functions give back, asked at most once for the same arguments. */
export class ImaginedCalls {
  private readonly active = new Set<FunctionLike>();
  private readonly results = new Map<FunctionLike, Map<string, Values>>();

  /**
   * A function that is entered again while it is being followed says nothing more: what recursion
   * adds to its first round is not told apart.
   */
  result(evaluator: Evaluator, node: FunctionLike, args: readonly Values[]): Values {
    if (this.active.has(node)) return entered(args);
    if (node.params.length === 0) return evaluator.returned(node);
    const variables = parameterVariables(evaluator, node);
    // Patterns take their values from all calls together: one call tells nothing more of them.
    if (!variables.some(isNamed)) return this.within(node, () => evaluator.returned(node));
    const key = keyOfLists(args.filter((_, index) => isNamed(variables[index])));
    const known = key === undefined ? undefined : this.results.get(node)?.get(key);
    if (known !== undefined) return known;
    const frame = frameOf(evaluator, node, variables, args);
    const result = this.within(node, () => evaluator.returned(node, frame));
    if (key !== undefined) this.remember(node, key, result);
    return result;
  }

  private within(node: FunctionLike, follow: () => Values): Values {
    this.active.add(node);
    const result = follow();
    this.active.delete(node);
    return result;
  }

  private remember(node: FunctionLike, key: string, result: Values): void {
    const known = this.results.get(node);
    if (known === undefined) this.results.set(node, new Map([[key, result]]));
    else known.set(key, result);
  }
}

/** A walk by recursion, `walk(x[key], rest)` or `walk({ x: x[key], rest })`, goes on taking members. */
const entered = (args: readonly Values[]): Values =>
  args.some(holdsPick) ? [{ kind: 'unknown', picks: 2 }] : unknown;

const holdsPick = (values: Values): boolean =>
  values.some(
    (value) =>
      isPick(value) ||
      (value.kind === 'object' &&
        [...value.properties.values()].some((part) => part.some(isPick))) ||
      (value.kind === 'array' && value.elements.some((part) => part.some(isPick))),
  );

const isPick = (value: Value): boolean => value.kind === 'unknown' && picksOf(value) > 0;

type Parameters = readonly (Variable | undefined)[];

const isNamed = (variable: Variable | undefined): boolean => variable !== undefined;

function frameOf(
  evaluator: Evaluator,
  { params }: FunctionLike,
  variables: Parameters,
  args: readonly Values[],
): Frame {
  const frame = new Map<Variable, Values>();
  for (const [index, variable] of variables.entries()) {
    if (variable === undefined) continue;
    const parameter = params[index];
    const byDefault =
      parameter?.type === 'AssignmentPattern'
        ? evaluator.evaluate(parameter.right)
        : undefinedValue;
    frame.set(variable, args[index] ?? byDefault);
  }
  return frame;
}
