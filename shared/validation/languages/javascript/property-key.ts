import type { Evaluator, Frame } from './evaluate.ts';
import { primitive } from './coerce.ts';
import { treeNode, type NodeOf } from './node.ts';

type Keyed = NodeOf<'MemberExpression' | 'Property' | 'MethodDefinition' | 'PropertyDefinition'>;

/** The names that `object.name`, `object[expression]` or a property in a pattern can mean. */
export function propertyKey(evaluator: Evaluator, node: Keyed, frame?: Frame): readonly string[] {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return [`#${key.name}`];
  // Most members have plain names, and every collector asks for them.
  if (!node.computed && key.type === 'Identifier') return (treeNode(key).names ??= [key.name]);
  const keys: string[] = [];
  for (const value of evaluator.evaluate(key, frame)) {
    if (value.kind === 'global' && value.path.startsWith('Symbol.')) keys.push(`@@${value.path}`);
    else {
      const text = primitive(value);
      if (text !== undefined) keys.push(String(text.value));
    }
  }
  return keys;
}

/** True when a computed key may also be something that the text does not say. */
export function isOpenKey(evaluator: Evaluator, node: Keyed, frame?: Frame): boolean {
  if (!node.computed) return false;
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  return evaluator.evaluate(key, frame).some((value) => primitive(value) === undefined);
}

/** An object that has its own conversion may stand for any text. */
const unknowable = new Set(['unknown', 'text', 'maker', 'module', 'self', 'object']);

/**
 * True when a computed key may be any text at run time: not a constant, and not a number as in
 * `closes[index]`.
 */
export function isUnknowableKey(evaluator: Evaluator, node: Keyed, frame?: Frame): boolean {
  if (!node.computed) return false;
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  return evaluator
    .evaluate(key, frame)
    .some((value) => unknowable.has(value.kind) && primitive(value) === undefined);
}
