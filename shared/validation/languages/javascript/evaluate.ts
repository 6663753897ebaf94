import type { Variable } from 'eslint-scope';
import { applied, callValue, newValue, spreadValues } from './calls.ts';
import { fromConcrete, primitive, regularExpression } from './coerce.ts';
import { ImaginedCalls } from './imagined-calls.ts';
import { anyMemberOf, memberOf } from './member.ts';
import { isClass, isFunction, treeNode, type AnyNode, type NodeOf } from './node.ts';
import { binaryValue, unaryValue } from './operators.ts';
import { isOpenKey, propertyKey } from './property-key.ts';
import type { PropertyWrites } from './property-writes.ts';
import { returnsOf } from './returns.ts';
import type { Scopes } from './scopes.ts';
import { newTarget, thisValue } from './this-value.ts';
import {
  constant,
  globalAt,
  maker,
  moduleValue,
  single,
  someNumber,
  someText,
  textsOf,
  undefinedValue,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';
import { variableValue } from './variables.ts';

/** What every strategy inherits: functions, so that `this.buy.constructor` is Function. */
const strategyMethods = new Set(
  'initialize onBar indicator buy sell close orderTargetPercent orderTargetQuantity barAgo random'.split(
    ' ',
  ),
);

/** Methods that every object, number, text or list has. */
const commonMethods =
  /^(?:toString|valueOf|hasOwnProperty|isPrototypeOf|toFixed|toLocaleString|slice|split|join|map|push|then|call|apply|bind)$/;

/** `bar.toString.constructor`: whatever `bar` is, its `toString` is a function. */
const isMethodOfUnknown = ({ object }: NodeOf<'MemberExpression'>, values: Values): boolean =>
  object.type === 'MemberExpression' &&
  object.property.type === 'Identifier' &&
  commonMethods.test(object.property.name) &&
  values.every(({ kind }) => kind === 'unknown');

/** Values that hold only inside one imagined call: its parameters. */
export type Frame = ReadonlyMap<Variable, Values>;

/** Deeper chains of calls and aliases than anybody writes by hand. */
const deepest = 500;

/** Says what expressions can be, without running anything. */
export class Evaluator {
  readonly scopes: Scopes;
  readonly writes: PropertyWrites;
  readonly calls = new ImaginedCalls();
  /** Where the text was too tangled to be followed further; what is unknown then is not innocent. */
  tangledAt: AnyNode | undefined;
  private readonly knownVariables = new Map<Variable, Values>();
  private depth = 0;
  /** The call in the text whose function is being followed. */
  private followed: AnyNode | undefined;
  /** Imagined calls look at a node as often as it is called; without them each node is asked once. */
  private steps: number;

  constructor(scopes: Scopes, writes: PropertyWrites, size: number) {
    this.scopes = scopes;
    this.writes = writes;
    this.steps = 20_000 + 4 * size;
  }

  evaluate(node: AnyNode | null | undefined, frame?: Frame): Values {
    if (!node) return undefinedValue;
    if (frame === undefined) {
      const { values: known } = treeNode(node);
      if (known !== undefined) return known;
      treeNode(node).values = unknown;
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
    const known = this.knownVariables.get(variable);
    if (known !== undefined) return known;
    this.knownVariables.set(variable, unknown);
    const values = variableValue(this, variable);
    this.knownVariables.set(variable, values);
    return values;
  }

  private valueOf(node: AnyNode, frame: Frame | undefined): Values {
    switch (node.type) {
      case 'Literal':
        if ('regex' in node && node.regex) return regularExpression(node.regex);
        return constant(node.bigint ? BigInt(node.bigint) : (node.value as string));
      case 'TemplateLiteral':
        return this.template(node, frame);
      case 'Identifier':
        return this.identifier(node, frame);
      case 'ThisExpression':
        return thisValue(node);
      case 'MemberExpression':
        return this.member(node, frame);
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
      case 'YieldExpression':
        return node.argument ? this.evaluate(node.argument, frame) : unknown;
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ClassExpression':
      case 'ClassDeclaration':
        return [{ kind: 'function', node }];
      case 'ArrayExpression':
        return [{ kind: 'array', elements: this.elements(node.elements, frame) }];
      case 'ObjectExpression':
        return [
          { kind: 'object', properties: this.properties(node, frame) },
          ...this.spreadGlobals(node, frame),
        ];
      case 'MetaProperty':
        return node.meta.name === 'import' ? globalAt('import.meta') : newTarget(node);
      default:
        return unknown;
    }
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
    const [tag] = this.evaluate(node.tag, frame);
    const raw = tag?.kind === 'global' && tag.path === 'String.raw';
    return raw ? this.template(node.quasi, frame) : unknown;
  }

  private member(node: NodeOf<'MemberExpression'>, frame?: Frame): Values {
    const written = this.writes.of(node, this.scopes);
    const stored = written.map((right) => this.evaluate(right));
    if (node.object.type === 'Super') {
      return propertyKey(this, node, frame).includes('constructor') ? maker : unknown;
    }
    const objects = this.evaluate(node.object, frame);
    const keys = propertyKey(this, node, frame);
    const found: Values[] = [];
    for (const object of objects) {
      for (const key of keys) found.push(this.memberOfValue(object, key));
    }
    if (isMethodOfUnknown(node, objects) && keys.includes('constructor')) {
      found.push(globalAt('Function'));
    }
    if (isOpenKey(this, node, frame))
      found.push(objects.map((object) => anyMemberOf(object)).flat());
    const all = union(...found, ...stored);
    if (all.length === 0) return unknown;
    const telling = stored.length > 0 ? all.filter(({ kind }) => kind !== 'unknown') : all;
    return telling.length > 0 ? telling : all;
  }

  /** A member by the language's rules, or as this text's own classes declare it. */
  memberOfValue(value: Value, key: string): Values {
    const owner = value.kind === 'self' || value.kind === 'function' ? value.node : undefined;
    if (owner !== undefined && isClass(owner)) {
      const own = owner.body.body.find(
        (part) =>
          part.type !== 'StaticBlock' &&
          part.static === (value.kind === 'function') &&
          'name' in part.key &&
          !part.computed &&
          (part.key.type === 'PrivateIdentifier' ? `#${part.key.name}` : part.key.name) === key,
      );
      if (own?.type === 'PropertyDefinition') return this.evaluate(own.value);
      if (own?.type === 'MethodDefinition' && key !== 'constructor') {
        return own.kind === 'get' ? this.returned(own.value) : this.evaluate(own.value);
      }
    }
    if (value.kind === 'self' && strategyMethods.has(key)) {
      return [{ kind: 'module', name: 'stratbox', path: `Strategy.prototype.${key}` }];
    }
    return memberOf(value, key);
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

  private properties(node: NodeOf<'ObjectExpression'>, frame?: Frame): Map<string, Values> {
    const properties = new Map<string, Values>();
    for (const part of node.properties) {
      if (part.type === 'SpreadElement') {
        for (const value of this.evaluate(part.argument, frame)) {
          if (value.kind !== 'object') continue;
          for (const [key, values] of value.properties) properties.set(key, values);
        }
        continue;
      }
      const values =
        part.kind === 'get' && isFunction(part.value)
          ? this.returned(part.value)
          : this.evaluate(part.value, frame);
      for (const key of propertyKey(this, part, frame)) properties.set(key, values);
    }
    return properties;
  }

  /** `{ ...Math }` has what Math has. */
  private spreadGlobals({ properties }: NodeOf<'ObjectExpression'>, frame?: Frame): Values {
    return properties.flatMap((part): Values => {
      if (part.type !== 'SpreadElement') return [];
      return this.evaluate(part.argument, frame).filter(({ kind }) => kind === 'global');
    });
  }

  /** All that a function of this text can return. */
  returned(node: AnyNode, frame?: Frame): Values {
    if (!isFunction(node)) return unknown;
    if (node.body.type !== 'BlockStatement') return this.evaluate(node.body, frame);
    const results = returnsOf(node.body).map((result) => this.evaluate(result, frame));
    return results.length > 0 ? union(...results) : undefinedValue;
  }
}
