import type { Evaluator } from '../evaluate.ts';
import { isFunction, parentOf, type AnyNode, type ClassLike, type FunctionLike } from '../node.ts';

/** The strategy that `this` is at a node, and the method it stands in; undefined where it is not certain. */
export interface StrategyMethod {
  readonly strategy: ClassLike;
  /** Undefined in a function that a field holds. */
  readonly method: FunctionLike | undefined;
  readonly name: string | undefined;
}

/**
 * Climbs from a node to the method whose `this` it has: through arrow functions, not through others.
 * A constructor and a field's own value do not count: the run is not there yet when they are computed.
 */
export function strategyMethodAround(
  node: AnyNode,
  evaluator: Evaluator,
): StrategyMethod | undefined {
  let inArrow = false;
  let child = node;
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (parent.type === 'StaticBlock') return undefined;
    if (parent.type === 'PropertyDefinition' && parent.value === child) {
      if (parent.static || !inArrow) return undefined;
      return inClass(parent, undefined, evaluator);
    }
    if (isFunction(parent)) {
      if (parent.type !== 'ArrowFunctionExpression') return methodOf(parent, evaluator);
      inArrow = true;
    }
    child = parent;
  }
  return undefined;
}

function methodOf(node: FunctionLike, evaluator: Evaluator): StrategyMethod | undefined {
  const definition = parentOf(node);
  if (definition?.type !== 'MethodDefinition' || definition.value !== node) return undefined;
  if (definition.static || definition.kind === 'constructor') return undefined;
  return inClass(definition, node, evaluator);
}

function inClass(
  part: AnyNode,
  method: FunctionLike | undefined,
  evaluator: Evaluator,
): StrategyMethod | undefined {
  const strategy = parentOf(parentOf(part) ?? part);
  if (strategy?.type !== 'ClassDeclaration' && strategy?.type !== 'ClassExpression')
    return undefined;
  const name = memberKey(part);
  return extendsStrategy(strategy, evaluator) ? { strategy, method, name } : undefined;
}

/** Only what extends the class of the sandbox itself surely has its methods. */
function extendsStrategy({ superClass }: ClassLike, evaluator: Evaluator): boolean {
  if (!superClass) return false;
  const [value, ...others] = evaluator.evaluate(superClass);
  return (
    others.length === 0 &&
    value?.kind === 'module' &&
    value.name === 'stratbox' &&
    value.path === 'Strategy'
  );
}

/** The name under which a class declares a part of itself. */
export function memberKey(part: AnyNode): string | undefined {
  if (part.type !== 'MethodDefinition' && part.type !== 'PropertyDefinition') return undefined;
  if (part.key.type === 'Literal') return String(part.key.value);
  return part.key.type === 'Identifier' && !part.computed ? part.key.name : undefined;
}
