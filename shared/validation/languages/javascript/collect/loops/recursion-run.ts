import {
  isClass,
  isFunction,
  unwrap,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from '../../node.ts';
import { parameterVariables } from '../../patterns.ts';
import { single, type Primitive } from '../../value.ts';
import type { Variable } from '../../scopes/scope.ts';
import { calledBy, type Callable } from './called-functions.ts';
import { binary, knownValue, type Known } from './known-values.ts';
import type { LoopContext } from './loop-context.ts';
import { isInside, within } from './loop-node.ts';

/** Deeper than any engine's stack; a call that comes back with the same numbers is endless sooner. */
const deepest = 12_000;

type Names = Map<Variable, Primitive>;

/** What is called next on the way through a function; `unknown` where nobody can say. */
type Next = Step | 'unknown' | 'end';

interface Step {
  readonly call: NodeOf<'CallExpression'>;
  readonly names: Names;
}

/**
 * Whether functions of the text, called with these numbers, call each other for ever: each step is
 * worked out, and where one depends on anything that is not known, nothing is said.
 */
export class RecursionRun {
  readonly #context: LoopContext;
  readonly #circle: ReadonlySet<Callable>;

  constructor(context: LoopContext, circle: ReadonlySet<Callable>) {
    this.#context = context;
    this.#circle = circle;
  }

  isEndless(start: NodeOf<'CallExpression'>): boolean {
    let next: Step = { call: start, names: new Map() };
    const seen = new Set<string>();
    for (let depth = 0; depth < deepest; depth++) {
      const called = this.#target(next.call);
      const { names: around } = next;
      const given = next.call.arguments.flatMap((argument) => this.#value(argument, around) ?? []);
      if (called === undefined || given.length < next.call.arguments.length) return false;
      const state = `${called.start}:${given.map(({ value }) => String(value)).join()}`;
      if (seen.has(state)) return true;
      seen.add(state);
      const names = this.#named(called, given);
      const step = names === undefined ? 'unknown' : this.#through(called, names);
      if (typeof step === 'string') return false;
      next = step;
    }
    return true;
  }

  #target(call: NodeOf<'CallExpression'>): FunctionLike | undefined {
    const [called, ...others] = calledBy(this.#context.evaluator, call);
    if (called === undefined || others.length > 0 || isClass(called)) return undefined;
    if (!this.#circle.has(called) || called.async || called.generator) return undefined;
    return called;
  }

  #named(called: FunctionLike, given: readonly Known[]): Names | undefined {
    const names: Names = new Map();
    const variables = parameterVariables(this.#context.evaluator, called);
    for (const [place, parameter] of called.params.entries()) {
      const variable = variables[place];
      if (variable === undefined || parameter.type === 'RestElement') return undefined;
      if (variable.references.some((one) => one.isWrite() && !one.init)) return undefined;
      const initial = parameter.type === 'AssignmentPattern' ? parameter.right : undefined;
      const isGiven = given[place]?.value !== undefined;
      const known = initial && !isGiven ? this.#value(initial, names) : given[place];
      if (initial && known === undefined) return undefined;
      names.set(variable, known?.value);
    }
    return names;
  }

  #through({ body }: FunctionLike, names: Names): Next {
    if (body.type !== 'BlockStatement') return this.#first(body, names);
    return this.#statements(body.body, names) ?? 'end';
  }

  #statements(body: readonly AnyNode[], names: Names): Next | undefined {
    for (const statement of body) {
      const next = this.#statement(statement, names);
      if (next !== undefined) return next;
    }
    return undefined;
  }

  /** `undefined` goes on with the next statement. */
  #statement(statement: AnyNode, names: Names): Next | undefined {
    switch (statement.type) {
      case 'ReturnStatement':
        return statement.argument ? this.#first(statement.argument, names) : 'end';
      case 'BlockStatement':
        return this.#statements(statement.body, names);
      case 'IfStatement': {
        const inTest = this.#first(statement.test, names);
        if (inTest !== 'end') return inTest;
        const test = this.#value(statement.test, names);
        if (test === undefined) return 'unknown';
        const way = test.value ? statement.consequent : statement.alternate;
        return way ? this.#statement(way, names) : undefined;
      }
      case 'ExpressionStatement': {
        if (/^(?:Assignment|Update)Expression$/.test(statement.expression.type)) return 'unknown';
        const next = this.#first(statement.expression, names);
        return next === 'end' ? undefined : next;
      }
      case 'VariableDeclaration': {
        for (const declarator of statement.declarations) {
          const { init } = declarator;
          const next = init ? this.#first(init, names) : 'end';
          if (next !== 'end') return next;
          const [variable, ...others] = this.#context.evaluator.scopes.declaredBy(declarator);
          const isFixed = variable?.references.every((one) => !one.isWrite() || one.init === true);
          const known = init && isFixed ? this.#value(init, names) : undefined;
          if (variable && known && others.length === 0) names.set(variable, known.value);
        }
        return undefined;
      }
      case 'EmptyStatement':
        return undefined;
      default:
        return 'unknown';
    }
  }

  /** The first call of the circle that an expression surely makes. */
  #first(expression: AnyNode, names: Names): Next {
    const node = unwrap(expression);
    switch (node.type) {
      case 'ConditionalExpression': {
        const inTest = this.#first(node.test, names);
        if (inTest !== 'end') return inTest;
        const test = this.#value(node.test, names);
        if (test === undefined) return this.#callsNone(node) ? 'end' : 'unknown';
        return this.#first(test.value ? node.consequent : node.alternate, names);
      }
      case 'LogicalExpression': {
        const inLeft = this.#first(node.left, names);
        if (inLeft !== 'end') return inLeft;
        const left = this.#value(node.left, names);
        if (left === undefined) return this.#callsNone(node.right) ? 'end' : 'unknown';
        const isOver =
          node.operator === '??'
            ? left.value !== undefined && left.value !== null
            : Boolean(left.value) === (node.operator === '||');
        return isOver ? 'end' : this.#first(node.right, names);
      }
      case 'BinaryExpression': {
        const inLeft =
          node.left.type === 'PrivateIdentifier' ? 'end' : this.#first(node.left, names);
        return inLeft === 'end' ? this.#first(node.right, names) : inLeft;
      }
      case 'UnaryExpression':
        return this.#first(node.argument, names);
      case 'CallExpression': {
        for (const argument of node.arguments) {
          const next = this.#first(argument, names);
          if (next !== 'end') return next;
        }
        if (this.#target(node) !== undefined) return { call: node, names };
        return this.#mayFail(node) ? 'unknown' : 'end';
      }
      default:
        return this.#callsNone(node) ? 'end' : 'unknown';
    }
  }

  #callsNone(node: AnyNode): boolean {
    return within(this.#context.survey.ofType('CallExpression'), node).length === 0;
  }

  /** Another function of the text may throw, and so end it. */
  #mayFail(call: NodeOf<'CallExpression'>): boolean {
    const { evaluator } = this.#context;
    const path = single(evaluator.evaluate(call.callee));
    return path?.kind !== 'global' || !/^(?:Math|Number|console)\b/.test(path.path);
  }

  #value(expression: AnyNode, names: Names): Known | undefined {
    const node = unwrap(expression);
    const { evaluator } = this.#context;
    switch (node.type) {
      case 'Identifier': {
        const variable = evaluator.scopes.variableOf(node);
        return variable !== undefined && names.has(variable)
          ? { value: names.get(variable) }
          : knownValue(evaluator, node);
      }
      case 'UnaryExpression': {
        const inner = this.#value(node.argument, names);
        if (inner === undefined) return undefined;
        if (node.operator === '!') return { value: !inner.value };
        if (typeof inner.value !== 'number') return undefined;
        if (node.operator === '-') return { value: -inner.value };
        return node.operator === '+' ? inner : undefined;
      }
      case 'BinaryExpression':
        return node.left.type === 'PrivateIdentifier'
          ? undefined
          : binary(this.#value(node.left, names), node.operator, this.#value(node.right, names));
      case 'LogicalExpression': {
        const left = this.#value(node.left, names);
        if (left === undefined || node.operator === '??') return undefined;
        return Boolean(left.value) === (node.operator === '||')
          ? left
          : this.#value(node.right, names);
      }
      case 'ConditionalExpression': {
        const test = this.#value(node.test, names);
        return test && this.#value(test.value ? node.consequent : node.alternate, names);
      }
      case 'CallExpression':
        return this.#calculated(node, names);
      default:
        return knownValue(evaluator, node);
    }
  }

  /** `Math.floor(n / 2)` */
  #calculated(node: NodeOf<'CallExpression'>, names: Names): Known | undefined {
    const value = single(this.#context.evaluator.evaluate(node.callee));
    const name = value?.kind === 'global' ? /^Math\.(\w+)$/.exec(value.path)?.[1] : undefined;
    const given = node.arguments.map((argument) => this.#value(argument, names)?.value);
    if (name === undefined || name === 'random') return undefined;
    if (!given.every((one) => typeof one === 'number')) return undefined;
    const known: unknown = Object.getOwnPropertyDescriptor(Math, name)?.value;
    return typeof known === 'function'
      ? { value: (known as (...numbers: number[]) => number)(...given) }
      : undefined;
  }
}

/** Calls of a circle from without, with numbers that the text says. */
export function startsOf(
  { survey, evaluator }: LoopContext,
  circle: ReadonlySet<Callable>,
): NodeOf<'CallExpression'>[] {
  return survey.ofType('CallExpression').filter((call) => {
    if (call.arguments.length > 4) return false;
    if ([...circle].some((member) => isInside(call, member))) return false;
    if (!call.arguments.every((argument) => isNumber(argument))) return false;
    return calledBy(evaluator, call).some((called) => isFunction(called) && circle.has(called));
  });
}

/** Only what is written at the call itself: a name may have been tested before. */
function isNumber(node: AnyNode): boolean {
  const inner = node.type === 'UnaryExpression' ? node.argument : node;
  return inner.type === 'Literal' && typeof inner.value === 'number';
}
