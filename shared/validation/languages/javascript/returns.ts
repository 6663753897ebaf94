import { unwrap, type AnyNode, type NodeOf } from './node.ts';
import { Remembered } from './remembered.ts';

const returnCache = new Remembered<AnyNode, AnyNode[]>();

/** The expressions that a function's own `return` statements give, not those of functions inside it. */
export function returnsOf(body: NodeOf<'BlockStatement'>): AnyNode[] {
  const cached = returnCache.get(body);
  if (cached !== undefined) return cached;
  const found: AnyNode[] = [];
  const visit = (node: AnyNode | null | undefined): void => {
    if (!node) return;
    switch (node.type) {
      case 'ReturnStatement':
        if (node.argument) found.push(unwrap(node.argument));
        return;
      case 'BlockStatement':
        return node.body.forEach(visit);
      case 'IfStatement':
        visit(node.consequent);
        return visit(node.alternate);
      case 'TryStatement':
        visit(node.block);
        visit(node.handler?.body);
        return visit(node.finalizer);
      case 'SwitchStatement':
        return node.cases.forEach((part) => part.consequent.forEach(visit));
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'LabeledStatement':
        return visit(node.body);
      default:
    }
  };
  visit(body);
  returnCache.set(body, found);
  return found;
}
