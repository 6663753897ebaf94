import type { Evaluator } from '../evaluate.ts';
import { unwrap, type AnyNode } from '../node.ts';
import { propertyKey } from '../property-key.ts';

/** `Math.random() - 0.5`, `this.random() < 0.5 ? -1 : 1`: what it gives depends on chance. */
export function asksChance(evaluator: Evaluator, node: AnyNode, depth = 0): boolean {
  const inner = unwrap(node);
  if (depth > 8) return false;
  const ask = (part: AnyNode): boolean => asksChance(evaluator, part, depth + 1);
  switch (inner.type) {
    case 'BinaryExpression':
      return (inner.left.type !== 'PrivateIdentifier' && ask(inner.left)) || ask(inner.right);
    case 'ConditionalExpression':
      return ask(inner.test);
    case 'UnaryExpression':
      return ask(inner.argument);
    case 'CallExpression': {
      const { callee } = inner;
      if (callee.type === 'Super') return false;
      if (callee.type === 'Identifier' && callee.name === 'random') return true;
      const isRandom = evaluator
        .evaluate(callee)
        .some((value) => 'path' in value && /(?:^|\.)random$/.test(value.path));
      const isNamed =
        callee.type === 'MemberExpression' && propertyKey(evaluator, callee).includes('random');
      return isRandom || isNamed || inner.arguments.some(ask);
    }
    default:
      return false;
  }
}
