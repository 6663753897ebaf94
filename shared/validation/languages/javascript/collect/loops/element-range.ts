import { isFunction, parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { pathsOf, single } from '../../value.ts';
import type { Interval } from './interval.ts';
import type { LoopView } from './loop-view.ts';

const kinds: Readonly<Record<string, Interval>> = {
  Uint8Array: { low: 0, high: 2 ** 8 - 1 },
  Uint8ClampedArray: { low: 0, high: 2 ** 8 - 1 },
  Uint16Array: { low: 0, high: 2 ** 16 - 1 },
  Uint32Array: { low: 0, high: 2 ** 32 - 1 },
  Int8Array: { low: -(2 ** 7), high: 2 ** 7 - 1 },
  Int16Array: { low: -(2 ** 15), high: 2 ** 15 - 1 },
  Int32Array: { low: -(2 ** 31), high: 2 ** 31 - 1 },
};

/** Between which numbers an element of a list of small numbers lies, whatever is put into it. */
export function elementRange(
  view: LoopView,
  { object, property, computed }: NodeOf<'MemberExpression'>,
): Interval | undefined {
  if (!computed || object.type === 'Super' || property.type !== 'Literal') return undefined;
  const place = property.value;
  const value = single(view.evaluator.evaluate(object));
  if (value?.kind !== 'instance' || !Object.hasOwn(kinds, value.of)) return undefined;
  const made = madeBy(view, unwrap(object));
  const isThere =
    typeof place === 'number' && made !== undefined && place < lengthOf(view, made, value.of);
  return isThere && place >= 0 ? kinds[value.of] : undefined;
}

/** What a name or a field is given once and for all. */
function madeBy({ evaluator, context }: LoopView, list: AnyNode): AnyNode | undefined {
  if (list.type === 'Identifier') {
    const variable = evaluator.scopes.variableOf(list);
    const [write, ...others] = variable?.references.filter((one) => one.isWrite()) ?? [];
    const declarator = write && others.length === 0 ? parentOf(write.identifier) : undefined;
    const isOwn = declarator?.type === 'VariableDeclarator' && declarator.id === write?.identifier;
    return isOwn ? (declarator.init ?? undefined) : undefined;
  }
  if (list.type !== 'MemberExpression' || list.object.type !== 'ThisExpression') return undefined;
  const [key] = propertyKey(evaluator, list);
  const isNamed = (node: NodeOf<'MemberExpression' | 'PropertyDefinition'>): boolean =>
    propertyKey(evaluator, node).includes(key ?? '');
  const { survey } = context;
  const [field, ...others] = survey.ofType('PropertyDefinition').filter(isNamed);
  const isStored = survey
    .ofType('AssignmentExpression')
    .some(({ left }) => left.type === 'MemberExpression' && !left.computed && isNamed(left));
  return others.length > 0 || isStored ? undefined : (field?.value ?? undefined);
}

function lengthOf({ evaluator }: LoopView, maker: AnyNode, name: string): number {
  const node = unwrap(maker);
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return 0;
  const isNew = node.type === 'NewExpression';
  const paths = pathsOf(evaluator.evaluate(node.callee));
  if (node.arguments.some((one) => one.type === 'SpreadElement' || isFunction(one))) return 0;
  if (!isNew) return paths.includes(`${name}.of`) ? node.arguments.length : 0;
  const [first, ...others] = node.arguments;
  if (first === undefined || others.length > 0 || !paths.includes(name)) return 0;
  const given = single(evaluator.evaluate(first));
  if (given?.kind === 'array') return given.rest === undefined ? given.elements.length : 0;
  return given?.kind === 'constant' && typeof given.value === 'number' ? given.value : 0;
}
