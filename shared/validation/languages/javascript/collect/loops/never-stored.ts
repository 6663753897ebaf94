import { isClass, isFunction, parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { pathsOf } from '../../value.ts';
import { isStored } from './effects.ts';
import type { LoopContext } from './loop-context.ts';

/** What the host changes of a strategy from bar to bar. */
const hostChanges = /^(?:position|cash|equity|barIndex|orders|symbols|parameters|bars?)$/;

/**
 * A field of a strategy that nothing in the text ever stores: whatever else runs meanwhile, it stays
 * as it began. `while (!this.stopped) await null;`
 */
export function isNeverStored(context: LoopContext, member: NodeOf<'MemberExpression'>): boolean {
  const { survey, evaluator, effects } = context;
  if (member.object.type !== 'ThisExpression') return false;
  const [key, ...others] = propertyKey(evaluator, member);
  if (key === undefined || others.length > 0 || hostChanges.test(key)) return false;
  if (effects.isAccessorName(key) || !isOfStrategy(context, member)) return false;
  for (const store of survey.ofType('MemberExpression')) {
    if (!isStored(store) || store.object.type === 'Super') continue;
    const names = propertyKey(evaluator, store);
    if (names.includes(key)) return false;
    if (names.length === 0 && !isElsewhere(context, store.object)) return false;
  }
  return !survey
    .ofType('CallExpression')
    .some(({ callee }) =>
      pathsOf(evaluator.evaluate(callee)).some((path) => storesAnything.test(path)),
    );
}

const storesAnything = /^(?:Object\.(?:assign|define|set)|Reflect\.|Proxy)/;

/** A list or a table of its own: `this.closes[i] = …`. */
const isElsewhere = ({ evaluator }: LoopContext, object: AnyNode): boolean =>
  object.type === 'MemberExpression' ||
  evaluator
    .evaluate(object)
    .every(({ kind }) => kind === 'array' || kind === 'object' || kind === 'instance');

/** `this` of a method, in a class of which the text or the host shows all. */
function isOfStrategy({ evaluator }: LoopContext, node: AnyNode): boolean {
  for (let owner = parentOf(node); owner !== undefined; owner = parentOf(owner)) {
    if (isClass(owner)) {
      const { superClass } = owner;
      return (
        !!superClass &&
        evaluator
          .evaluate(superClass)
          .every((value) => value.kind === 'module' && value.name === 'stratbox')
      );
    }
    const isOwnThis = isFunction(owner) && owner.type !== 'ArrowFunctionExpression';
    if (isOwnThis && parentOf(owner)?.type !== 'MethodDefinition') return false;
  }
  return false;
}
