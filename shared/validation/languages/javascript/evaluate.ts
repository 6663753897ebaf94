import type { Variable } from './scopes/scope.ts';
import { applied, callValue, newValue, spreadValues } from './calls.ts';
import { fromConcrete, primitive, regularExpression } from './coerce.ts';
import { elementsOf } from './elements.ts';
import { ImaginedCalls } from './imagined-calls.ts';
import type { Leavings } from './leavings.ts';
import { memberOf } from './member.ts';
import { objectLiteral } from './object-literal.ts';
import { memberOfValue, memberValue } from './own-members.ts';
import {
  isFunction,
  patternIn,
  treeNode,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from './node.ts';
import { binaryValue, unaryValue } from './operators.ts';
import { awaited } from './promises.ts';
import { returnsOf } from './returns.ts';
import type { Scopes } from './scopes.ts';
import type { StoredThings } from './stored.ts';
import { newTarget, thisValue } from './this-value.ts';
import {
  again,
  constant,
  globalAt,
  listOf,
  moduleValue,
  single,
  someNumber,
  someText,
  textsOf,
  undefinedValue,
  union,
  unknown,
  type Primitive,
  type Value,
  type Values,
} from './value.ts';
import { variableValue } from './variables.ts';
import { withStored } from './with-stored.ts';
import { spend } from '../work.ts';

/** Values that hold only inside one imagined call: its parameters. */
export type Frame = ReadonlyMap<Variable, Values>;

/** Deeper chains of calls and aliases than anybody writes by hand. */
const deepest = 500;

/** Says what expressions can be, without running anything. */
export class Evaluator {
  readonly scopes: Scopes;
  readonly stored: StoredThings;
  readonly leavings: Leavings;
  readonly calls = new ImaginedCalls();
  /** Where the text was too tangled to be followed further; what is unknown then is not innocent. */
  tangledAt: AnyNode | undefined;
  private depth = 0;
  /** The call in the text whose function is being followed. */
  private followed: AnyNode | undefined;
  /** Imagined calls look at a node as often as it is called; without them each node is asked once. */
  private steps: number;

  constructor(scopes: Scopes, stored: StoredThings, leavings: Leavings, size: number) {
    this.scopes = scopes;
    this.stored = stored;
    this.leavings = leavings;
    this.steps = 20_000 + 4 * size;
  }

  evaluate(node: AnyNode | null | undefined, within?: Frame): Values {
    if (!node) return undefinedValue;
    spend(1);
    // These are the same in every call, and so asked once.
    const frame = node.type === 'Literal' || node.type === 'ThisExpression' ? undefined : within;
    if (frame === undefined) {
      const { values: known } = treeNode(node);
      if (known !== undefined) return known;
      treeNode(node).values = again;
    }
    if (this.depth > deepest || (frame !== undefined && --this.steps < 0)) {
      this.tangledAt ??= (frame && this.followed) ?? node;
      if (frame === undefined) treeNode(node).values = undefined;
      return unknown;
    }
    const before = this.followed;
    if (frame === undefined && node.type === 'CallExpression') this.followed = node;
    this.depth++;
    const values = this.valueOf(node, frame);
    this.depth--;
    this.followed = before;
    if (frame === undefined) treeNode(node).values = values;
    return values;
  }

  variable(variable: Variable): Values {
    if (variable.values !== undefined) return variable.values;
    variable.values = again;
    // What is put into it may ask for the variable itself.
    const values = (variable.values = variableValue(this, variable));
    return (variable.values = withStored(this, values, this.stored.in(variable)));
  }

  private valueOf(node: AnyNode, frame: Frame | undefined): Values {
    switch (node.type) {
      case 'Literal':
        return literalValue(node);
      case 'TemplateLiteral':
        return this.template(node, frame);
      case 'Identifier':
        return this.identifier(node, frame);
      case 'ThisExpression':
        return thisValue(node, this.scopes);
      case 'MemberExpression':
        return memberValue(this, node, frame);
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return this.evaluate(node.expression, frame);
      case 'SequenceExpression':
        return this.evaluate(node.expressions.at(-1), frame);
      case 'AssignmentExpression':
        if (node.operator === '=') return this.evaluate(node.right, frame);
        if (node.operator.length === 3 && '&|?'.includes(node.operator[0] ?? '')) {
          return union(this.evaluate(node.left, frame), this.evaluate(node.right, frame));
        }
        return binaryValue(this, node.operator.slice(0, -1), node.left, node.right, frame);
      case 'ConditionalExpression':
        return union(this.evaluate(node.consequent, frame), this.evaluate(node.alternate, frame));
      case 'LogicalExpression':
        return union(this.evaluate(node.left, frame), this.evaluate(node.right, frame));
      case 'BinaryExpression':
        return binaryValue(this, node.operator, node.left, node.right, frame);
      case 'UnaryExpression':
        return unaryValue(this.evaluate(node.argument, frame), node.operator);
      case 'UpdateExpression':
        return someNumber;
      case 'CallExpression':
        return callValue(this, node, frame);
      case 'NewExpression':
        return newValue(this, node, frame);
      case 'TaggedTemplateExpression':
        return this.tagged(node, frame);
      case 'ImportExpression':
        return textsOf(this.evaluate(node.source, frame)).map((name) => moduleValue(name));
      case 'AwaitExpression':
        return awaited(this.evaluate(node.argument, frame));
      case 'YieldExpression':
        return node.argument ? this.evaluate(node.argument, frame) : unknown;
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ClassExpression':
      case 'ClassDeclaration':
        return [{ kind: 'function', node }];
      case 'ArrayExpression':
        return this.made(node, [listOf(this.elements(node.elements, frame))]);
      case 'ObjectExpression':
        return this.made(node, objectLiteral(this, node, frame));
      case 'MetaProperty':
        return node.meta.name === 'import' ? globalAt('import.meta') : newTarget(node);
      default:
        return unknown;
    }
  }

  /** A literal, together with what its own methods or a walk over it change in it. */
  private made(literal: AnyNode, values: Values): Values {
    const storage = this.stored.made(literal);
    if (storage === undefined) return values;
    // What is put into it may ask for the literal itself.
    treeNode(literal).values = values;
    return withStored(this, values, storage);
  }

  private identifier(node: NodeOf<'Identifier'>, frame: Frame | undefined): Values {
    const variable = this.scopes.variableOf(node);
    if (variable === undefined) {
      if (node.name === 'undefined') return undefinedValue;
      if (node.name === 'NaN') return constant(NaN);
      if (node.name === 'Infinity') return constant(Infinity);
      return memberOf({ kind: 'global', path: '' }, node.name);
    }
    return frame?.get(variable) ?? this.variable(variable);
  }

  private template({ quasis, expressions }: NodeOf<'TemplateLiteral'>, frame?: Frame): Values {
    let text = quasis[0]?.value.cooked ?? '';
    for (const [index, expression] of expressions.entries()) {
      const value = single(this.evaluate(expression, frame));
      const part = value && primitive(value);
      if (part === undefined) return someText;
      text += String(part.value) + (quasis[index + 1]?.value.cooked ?? '');
    }
    return fromConcrete(text) ?? someText;
  }

  private tagged(node: NodeOf<'TaggedTemplateExpression'>, frame?: Frame): Values {
    const tags = this.evaluate(node.tag, frame);
    if (tags.some((tag) => tag.kind === 'global' && tag.path === 'String.raw')) {
      return this.template(node.quasi, frame);
    }
    const parts = listOf(node.quasi.quasis.map(({ value }) => constant(value.cooked ?? undefined)));
    const args = node.quasi.expressions.map((part) => this.evaluate(part, frame));
    return union(...tags.map((tag) => applied(this, tag, [[parts], ...args])));
  }

  /** A member by the language's rules, or as this text's own classes declare it. */
  memberOfValue(value: Value, key: string): Values {
    return memberOfValue(this, value, key);
  }

  /** What calling a value would give. */
  applied(target: Value, args: readonly Values[]): Values {
    return applied(this, target, args);
  }

  elements(nodes: readonly (AnyNode | null)[], frame?: Frame): Values[] {
    const all: Values[] = [];
    for (const node of nodes) {
      if (node?.type === 'SpreadElement') all.push(...spreadValues(this, node, frame));
      else all.push(this.evaluate(node, frame));
    }
    return all;
  }

  /** All that a generator of this text can yield. */
  yielded(node: FunctionLike): Values {
    const results = (this.leavings.yields.get(node) ?? []).map(({ argument, delegate }) => {
      const values = this.evaluate(argument);
      return delegate ? elementsOf(values) : values;
    });
    return results.length > 0 ? union(...results) : unknown;
  }

  /** All that a function of this text can return. */
  returned(node: AnyNode, frame?: Frame): Values {
    if (!isFunction(node)) return unknown;
    if (node.body.type !== 'BlockStatement') return this.evaluate(node.body, frame);
    const results = returnsOf(node.body).map((result) => this.evaluate(result, frame));
    return results.length > 0 ? union(...results) : undefinedValue;
  }
}

function literalValue(node: NodeOf<'Literal'>): Values {
  const pattern = patternIn(node);
  return pattern ? regularExpression(pattern) : constant(node.value as Primitive);
}
