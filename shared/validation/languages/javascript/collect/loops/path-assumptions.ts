import { unwrap, type AnyNode } from '../../node.ts';

/** Less, equal, more: which of them a comparison allows. */
const allowed: Readonly<Record<string, number>> = {
  '<': 1,
  '==': 2,
  '===': 2,
  '<=': 3,
  '>': 4,
  '!=': 5,
  '!==': 5,
  '>=': 6,
};
const all = 7;

/** What was assumed of conditions on one way: two that exclude each other make no way. */
export class Assumptions {
  private readonly known: ReadonlyMap<string, number>;

  constructor(known: ReadonlyMap<string, number> = new Map()) {
    this.known = known;
  }

  /** Undefined where a condition cannot be so, after all that was assumed before. */
  with(condition: AnyNode, truth: boolean): Assumptions | undefined {
    const node = unwrap(condition);
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      return this.with(node.argument, !truth);
    }
    if (node.type === 'LogicalExpression' && truth === (node.operator === '&&')) {
      return this.with(node.left, truth)?.with(node.right, truth);
    }
    const isComparison = node.type === 'BinaryExpression' && node.operator in allowed;
    const key = isComparison ? `${shapeOf(node.left)} ? ${shapeOf(node.right)}` : shapeOf(node);
    const mask = isComparison ? (allowed[node.operator] ?? all) : 2;
    const left = (this.known.get(key) ?? all) & (truth ? mask : all & ~mask);
    return left === 0 ? undefined : new Assumptions(new Map(this.known).set(key, left));
  }
}

/** One text for expressions that are written alike. */
function shapeOf(expression: AnyNode): string {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'Literal':
      return String(node.raw);
    case 'ThisExpression':
      return 'this';
    case 'MemberExpression':
      return `${shapeOf(node.object)}[${node.computed ? '' : '.'}${shapeOf(node.property)}]`;
    case 'UnaryExpression':
      return `${node.operator}(${shapeOf(node.argument)})`;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return `(${shapeOf(node.left)}${node.operator}${shapeOf(node.right)})`;
    case 'CallExpression':
      return `${shapeOf(node.callee)}(${node.arguments.map(shapeOf).join(',')})`;
    default:
      return `@${node.start}`;
  }
}
