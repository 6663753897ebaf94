import type { Evaluator } from '../../evaluate.ts';
import {
  isClass,
  isFunction,
  unwrap,
  type AnyNode,
  type ClassLike,
  type FunctionLike,
} from '../../node.ts';
import { calledBy, type Callable } from './called-functions.ts';
import { constructorOf } from './own-members.ts';

/** What a piece of code is certain to call, and where. */
export type SureCalls = Map<Callable, AnyNode>;

/**
 * The functions that a function calls whatever it is given: those before its first way out, and
 * those that all branches of a choice have in common. Making an instance runs fields and constructor.
 */
export function sureCalls(evaluator: Evaluator, node: FunctionLike | ClassLike): SureCalls {
  const reader = new SureCallReader(evaluator);
  if (isClass(node)) reader.instance(node);
  else {
    node.params.forEach((parameter, index) => reader.byDefault(parameter, index));
    if (node.body.type === 'BlockStatement') reader.statements(node.body.body);
    else reader.expression(node.body);
  }
  return reader.calls;
}

class SureCallReader {
  readonly calls: SureCalls = new Map();
  private readonly evaluator: Evaluator;

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator;
  }

  instance(node: ClassLike): void {
    for (const part of node.body.body) {
      if (part.type === 'PropertyDefinition' && !part.static) this.expression(part.value);
    }
    const body = constructorOf(node)?.body;
    if (body?.type === 'BlockStatement') this.statements(body.body);
  }

  /** `function f(x = f())`: what stands in for an argument must not leave the same one out. */
  byDefault(parameter: AnyNode, index: number): void {
    if (parameter.type !== 'AssignmentPattern' || parameter.right.type !== 'CallExpression') return;
    if (parameter.right.arguments.length <= index) this.expression(parameter.right);
  }

  /** True when what follows may not be reached. */
  statements(list: readonly AnyNode[]): boolean {
    return list.some((statement) => this.statement(statement));
  }

  private statement(node: AnyNode): boolean {
    switch (node.type) {
      case 'ExpressionStatement':
        this.expression(node.expression);
        return false;
      case 'VariableDeclaration':
        node.declarations.forEach(({ init }) => this.expression(init));
        return false;
      case 'ReturnStatement':
      case 'ThrowStatement':
        this.expression(node.argument);
        return true;
      case 'BreakStatement':
      case 'ContinueStatement':
        return true;
      case 'BlockStatement':
        return this.statements(node.body);
      case 'LabeledStatement':
        return this.statement(node.body);
      case 'IfStatement':
        this.expression(node.test);
        return this.branches([
          (reader) => reader.statement(node.consequent),
          (reader) => (node.alternate ? reader.statement(node.alternate) : false),
        ]);
      case 'TryStatement': {
        const isLeft = this.statements(node.block.body);
        const isLeftLater = node.finalizer ? this.statements(node.finalizer.body) : false;
        return isLeft || isLeftLater || (!!node.handler && mayLeave(node.handler.body));
      }
      case 'SwitchStatement':
        this.expression(node.discriminant);
        return node.cases.some((part) => part.consequent.some(mayLeave));
      case 'DoWhileStatement':
        return this.statement(node.body);
      case 'WhileStatement':
        this.expression(node.test);
        return mayLeave(node.body);
      case 'ForStatement':
        if (node.init?.type === 'VariableDeclaration') this.statement(node.init);
        else this.expression(node.init);
        this.expression(node.test);
        return mayLeave(node.body);
      case 'ForOfStatement':
      case 'ForInStatement':
        this.expression(node.right);
        return mayLeave(node.body);
      default:
        return false;
    }
  }

  /** What every branch calls is certain. */
  private branches(runs: readonly ((reader: SureCallReader) => boolean)[]): boolean {
    const readers = runs.map(() => new SureCallReader(this.evaluator));
    const isLeft = runs.map((run, index) => run(readers[index] as SureCallReader)).some(Boolean);
    const [first, ...others] = readers;
    for (const [target, node] of first?.calls ?? []) {
      if (others.every(({ calls }) => calls.has(target))) this.note(target, node);
    }
    return isLeft;
  }

  private note(target: Callable, node: AnyNode): void {
    if (!this.calls.has(target)) this.calls.set(target, node);
  }

  expression(expression: AnyNode | null | undefined): void {
    if (!expression) return;
    const node = unwrap(expression);
    switch (node.type) {
      case 'Identifier':
      case 'Literal':
      case 'ThisExpression':
        return;
      case 'LogicalExpression':
        return this.expression(node.left);
      case 'ConditionalExpression':
        this.expression(node.test);
        this.branches([
          (reader) => (reader.expression(node.consequent), false),
          (reader) => (reader.expression(node.alternate), false),
        ]);
        return;
      case 'AssignmentExpression':
        if (/^(?:&&|\|\||\?\?)=$/.test(node.operator)) return this.expression(node.left);
        this.expression(node.right);
        if (node.left.type === 'MemberExpression') this.expression(node.left.object);
        break;
      case 'CallExpression':
      case 'NewExpression':
        if ('optional' in node && node.optional) return this.expression(node.callee);
        if (node.callee.type !== 'Super') this.expression(node.callee);
        node.arguments.forEach((argument) => this.expression(argument));
        break;
      case 'MemberExpression':
        if (node.object.type !== 'Super') this.expression(node.object);
        if (node.computed && !node.optional) this.expression(node.property);
        break;
      default:
        if (isFunction(node) || isClass(node)) return;
        partsOf(node).forEach((part) => this.expression(part));
    }
    for (const target of calledBy(this.evaluator, node)) this.note(target, node);
  }
}

/** The operands of an expression that are always evaluated. */
function partsOf(node: AnyNode): (AnyNode | null)[] {
  switch (node.type) {
    case 'BinaryExpression': {
      // A long sum leans to the left: a loop, so that it is no deep nesting.
      const terms: AnyNode[] = [];
      let first: AnyNode = node;
      for (; first.type === 'BinaryExpression'; first = first.left) terms.unshift(first.right);
      return first.type === 'PrivateIdentifier' ? terms : [first, ...terms];
    }
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'AwaitExpression':
    case 'SpreadElement':
      return [node.argument];
    case 'SequenceExpression':
      return node.expressions;
    case 'TemplateLiteral':
      return node.expressions;
    case 'ArrayExpression':
      return node.elements;
    case 'ObjectExpression':
      return node.properties.map((property) =>
        property.type === 'SpreadElement'
          ? property
          : property.kind === 'init'
            ? property.value
            : null,
      );
    default:
      return [];
  }
}

/** Whether a `return` or `throw` stands in it; those of inner functions are theirs. */
function mayLeave(node: AnyNode): boolean {
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(mayLeave);
    case 'IfStatement':
      return mayLeave(node.consequent) || (!!node.alternate && mayLeave(node.alternate));
    case 'LabeledStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return mayLeave(node.body);
    case 'TryStatement':
      return [node.block, node.handler?.body, node.finalizer].some(
        (part) => !!part && mayLeave(part),
      );
    case 'SwitchStatement':
      return node.cases.some((part) => part.consequent.some(mayLeave));
    default:
      return false;
  }
}
