import type { Evaluator } from '../evaluate.ts';
import { codeMakers } from '../intrinsics.ts';
import { unwrap, type AnyNode, type NodeOf } from '../node.ts';
import { isUnknowableKey, propertyKey } from '../property-key.ts';
import { pathsOf, textsOf } from '../value.ts';
import { reachedFrom } from './reached-from.ts';
import { usageOf } from './usage.ts';

type Call = NodeOf<'CallExpression'>;

const getters = new Set([
  'Reflect.get',
  'Reflect.getOwnPropertyDescriptor',
  'Object.getOwnPropertyDescriptor',
]);

/** Words and marks of code, which names and messages do not have. */
const codeLike = /\breturn\b|=>|;|\bthis\b|\beval\b/;

/** The class of all functions, reached by calling what made something unknown. */
const made: readonly string[] = ['Function'];
const nothing: readonly string[] = [];

/** What a call reaches by itself: `Reflect.get(globalThis, 'eval')`, `f.constructor('code')` of an unknown `f`. */
export function reachedByCall(evaluator: Evaluator, node: Call): readonly string[] {
  const { callee } = node;
  if (callee.type === 'Super') return nothing;
  const method = callee.type === 'MemberExpression' ? callee : undefined;
  const names = method && method.object.type !== 'Super' ? propertyKey(evaluator, method) : nothing;
  if (names.some((name) => name.startsWith('reduce'))) {
    // `['constructor', 'constructor'].reduce((x, key) => x[key], [])` walks to a member step by step.
    return pathsOf(evaluator.evaluate(node)).filter((path) => codeMakers.has(path));
  }
  if (isMaker(evaluator, callee)) return made;
  if (isSamePickTwice(evaluator, node)) return made;
  if (method && handsMakerOn(evaluator, method, names, node)) return made;
  if (method && isUnknowableKey(evaluator, method) && runsText(evaluator, node)) return made;
  for (const target of evaluator.evaluate(callee)) {
    if (target.kind !== 'global') continue;
    const [first, key] = node.arguments;
    if (getters.has(target.path)) {
      const keys = textsOf(evaluator.evaluate(key));
      return reachedFrom(evaluator, evaluator.evaluate(first), keys);
    }
    const isThrough = target.path === 'Reflect.construct' || target.path === 'Reflect.apply';
    if (isThrough && first && isMaker(evaluator, first)) return made;
  }
  return nothing;
}

/** `new f.constructor('code')()`: honest copies, `new this.constructor(size)`, are not called at once. */
export function reachedByNew(
  evaluator: Evaluator,
  node: NodeOf<'NewExpression'>,
): readonly string[] {
  if (!isMaker(evaluator, node.callee)) return nothing;
  return usageOf(node) === 'call' || givesCode(evaluator, node) ? made : nothing;
}

/** What a member of a member, both of names that only the run knows, made of a text. */
export const isMade = (evaluator: Evaluator, node: AnyNode): boolean =>
  evaluator.evaluate(node).some((value) => value.kind === 'unknown' && value.picks === 3) &&
  !isMadeByKnown(evaluator, unwrap(node));

/** What makes it is known to be Function as well, and was counted there. */
const isMadeByKnown = (evaluator: Evaluator, node: AnyNode): boolean =>
  node.type === 'CallExpression' &&
  node.callee.type !== 'Super' &&
  pathsOf(evaluator.evaluate(node.callee)).some((path) => codeMakers.has(path));

/** `x[key][key](code)()`: one name twice is no table of tables. */
function isSamePickTwice(evaluator: Evaluator, node: Call): boolean {
  const outer = unwrap(node.callee);
  const inner = outer.type === 'MemberExpression' ? unwrap(outer.object) : outer;
  if (outer.type !== 'MemberExpression' || inner.type !== 'MemberExpression') return false;
  const [first, second] = [inner.property, outer.property];
  if (first.type !== 'Identifier' || second.type !== 'Identifier') return false;
  if (first.name !== second.name || usageOf(node) !== 'call') return false;
  return isUnknowableKey(evaluator, inner) && isUnknowableKey(evaluator, outer);
}

/** `x.constructor` of something unknown. */
export const isMaker = (evaluator: Evaluator, node: AnyNode): boolean =>
  evaluator.evaluate(node).some(({ kind }) => kind === 'maker');

/** `f.constructor.call(null, 'code')`, `['code'].map(f.constructor)`. */
function handsMakerOn(
  evaluator: Evaluator,
  { object }: NodeOf<'MemberExpression'>,
  names: readonly string[],
  { arguments: [first] }: Call,
): boolean {
  if (names.some((name) => /^(?:call|apply|bind)$/.test(name))) {
    return object.type !== 'Super' && isMaker(evaluator, object);
  }
  const isWalk = names.some((name) => /^(?:map|forEach|flatMap|then|from)$/.test(name));
  return isWalk && first?.type === 'MemberExpression' && isMaker(evaluator, first);
}

/** `x[a][b]('return 1')()`: code is given, and what comes back is called. */
const runsText = (evaluator: Evaluator, node: Call): boolean =>
  usageOf(node) === 'call' && givesCode(evaluator, node);

const givesCode = (evaluator: Evaluator, node: Call | NodeOf<'NewExpression'>): boolean =>
  evaluator
    .elements(node.arguments)
    .some((values) => textsOf(values).some((text) => codeLike.test(text)));
