import { parentOf, type AnyNode } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import type { Market } from './market.ts';
import { initOf, readsOfDeclared } from './moment.ts';
import { isPriceName } from './names.ts';

const compares = /^(?:[<>]=?|[!=]==?|[-/])$/;

/** True where a value of a table is held against a price of the current bar, or the table's own value at it. */
export function meetsPrice(
  market: Market,
  node: AnyNode,
  seen = new Set<AnyNode>(),
  read: AnyNode = node,
): boolean {
  let child = node;
  for (let parent = parentOf(child); parent !== undefined; parent = parentOf(parent)) {
    switch (parent.type) {
      case 'BinaryExpression': {
        if (parent.left.type === 'PrivateIdentifier') return false;
        const other = parent.left === child ? parent.right : parent.left;
        if (compares.test(parent.operator) && tellsPrice(market, other, read)) return true;
        break;
      }
      case 'VariableDeclarator':
        if (seen.has(parent)) return false;
        seen.add(parent);
        return readsOfDeclared(market, parent).some((use) => meetsPrice(market, use, seen, read));
      case 'MemberExpression':
        if (parent.object !== child) return false;
        break;
      case 'ChainExpression':
      case 'LogicalExpression':
      case 'UnaryExpression':
        break;
      default:
        return false;
    }
    child = parent;
  }
  return false;
}

/** `bar.close`, `close * 1.01`, `table[this.barIndex]` beside `table[this.barIndex + 1]`. */
function tellsPrice(market: Market, node: AnyNode, read: AnyNode, depth = 0): boolean {
  if (depth > 6) return false;
  const ask = (part: AnyNode): boolean => tellsPrice(market, part, read, depth + 1);
  switch (node.type) {
    case 'MemberExpression': {
      if (node.object.type === 'Super') return false;
      if (propertyKey(market.evaluator, node).some(isPriceName)) return true;
      return isSameTable(market, node, read) || ask(node.object);
    }
    case 'BinaryExpression':
      return (node.left.type !== 'PrivateIdentifier' && ask(node.left)) || ask(node.right);
    case 'ChainExpression':
      return ask(node.expression);
    case 'Identifier': {
      if (isPriceName(node.name)) return true;
      const init = initOf(market, node);
      return init !== undefined && ask(init);
    }
    default:
      return false;
  }
}

function isSameTable(market: Market, a: AnyNode, b: AnyNode): boolean {
  if (a.type !== 'MemberExpression' || b.type !== 'MemberExpression') return false;
  if (a.object.type === 'Super' || b.object.type === 'Super' || !a.computed) return false;
  const [x, y] = [market.series(a.object), market.series(b.object)];
  return x !== undefined && x.root === y?.root;
}
