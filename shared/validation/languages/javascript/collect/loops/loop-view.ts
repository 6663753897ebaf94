import type { Variable } from '../../scopes/scope.ts';
import type { Evaluator } from '../../evaluate.ts';
import {
  isFunction,
  parentOf,
  unwrap,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { isPureFunction, isReadingMethod } from './built-in-methods.ts';
import type { Effects } from './effects.ts';
import { isReachable } from './exits.ts';
import type { LoopContext } from './loop-context.ts';
import { isInside, type AnyLoop } from './loop-node.ts';
import { isNeverStored } from './never-stored.ts';
import { startsAnew } from './pattern-memory.ts';

/** What can be said of expressions from one round of a loop to the next. */
export class LoopView {
  /** A function that is called once a round counts as a loop as well. */
  readonly loop: AnyLoop | FunctionLike;
  readonly context: LoopContext;
  readonly evaluator: Evaluator;
  readonly effects: Effects;
  private readonly dead = new Map<AnyNode, boolean>();
  /** Variables whose range is being asked for: one that is made of itself has none. */
  readonly inProgress = new Set<Variable>();
  /** Those that go on with this loop. */
  readonly continues: readonly NodeOf<'ContinueStatement'>[];

  constructor(
    loop: AnyLoop | FunctionLike,
    context: LoopContext,
    effects: Effects,
    continues: readonly NodeOf<'ContinueStatement'>[],
  ) {
    this.loop = loop;
    this.context = context;
    this.evaluator = context.evaluator;
    this.effects = effects;
    this.continues = continues;
  }

  /** The places that assign a variable in the course of the loop, its beginning left out. */
  writesOf(variable: Variable): AnyNode[] {
    return variable.references.flatMap((reference) => {
      if (!reference.isWrite()) return [];
      const node = reference.identifier;
      return this.runsDuring(node) ? [node] : [];
    });
  }

  private runsDuring(node: AnyNode): boolean {
    const { loop, effects } = this;
    if (loop.type === 'ForStatement' && loop.init && isInside(node, loop.init)) return false;
    if (
      (loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') &&
      isInside(node, loop.right)
    )
      return false;
    if (effects.idle.some((idle) => isInside(node, idle)) || this.isDead(node)) return false;
    if (effects.regions.some((region) => isInside(node, region))) return true;
    return effects.isOpen && !this.isBefore(node);
  }

  /** `if (false) i++`: while that is found out, the place counts as one that is reached. */
  private isDead(node: AnyNode): boolean {
    const known = this.dead.get(node);
    if (known !== undefined) return known;
    this.dead.set(node, false);
    const isDead = isInside(node, this.loop) && !isReachable(this, node);
    this.dead.set(node, isDead);
    return isDead;
  }

  /** Assigned by the code that the loop stands in, not by a function that may be called from anywhere. */
  private isBefore(node: AnyNode): boolean {
    let owner = parentOf(node);
    while (owner !== undefined && !isFunction(owner)) owner = parentOf(owner);
    return owner === undefined || isInside(this.loop, owner);
  }

  variableOf(node: AnyNode): Variable | undefined {
    return node.type === 'Identifier' ? this.evaluator.scopes.variableOf(node) : undefined;
  }

  isAssigned(variable: Variable): boolean {
    return this.writesOf(variable).length > 0;
  }

  /** Whether an expression gives the same in every round. */
  isFixed(expression: AnyNode | null | undefined): boolean {
    if (!expression) return true;
    const node = unwrap(expression);
    switch (node.type) {
      case 'Literal':
      case 'ThisExpression':
      case 'TemplateElement':
        return true;
      case 'Identifier': {
        const variable = this.variableOf(node);
        return variable === undefined ? isConstantName(node.name) : !this.isAssigned(variable);
      }
      case 'MemberExpression':
        return this.isMemberFixed(node);
      case 'UnaryExpression':
        return node.operator !== 'delete' && this.isFixed(node.argument);
      case 'BinaryExpression':
        return (
          node.left.type !== 'PrivateIdentifier' &&
          this.isFixed(node.left) &&
          this.isFixed(node.right)
        );
      case 'LogicalExpression':
        return this.isFixed(node.left) && this.isFixed(node.right);
      case 'ConditionalExpression':
        return [node.test, node.consequent, node.alternate].every((part) => this.isFixed(part));
      case 'SequenceExpression':
        return node.expressions.every((part) => this.isFixed(part));
      case 'TemplateLiteral':
        return node.expressions.every((part) => this.isFixed(part));
      case 'ArrayExpression':
        return node.elements.every((part) => part?.type !== 'SpreadElement' && this.isFixed(part));
      case 'ObjectExpression':
        return node.properties.every(
          (part) => part.type === 'Property' && !part.computed && this.isFixed(part.value),
        );
      case 'AssignmentExpression':
        return node.operator === '=' && this.isFixed(node.right);
      case 'CallExpression':
        return this.isCallFixed(node);
      default:
        return false;
    }
  }

  private isMemberFixed(node: NodeOf<'MemberExpression'>): boolean {
    const { object, property, computed } = node;
    if (object.type === 'Super' || !this.isFixed(object)) return false;
    if (computed && !this.isFixed(property)) return false;
    return !this.mayChange(node);
  }

  /** Whether a member may be stored during the loop, or its collection changed. */
  mayChange(member: NodeOf<'MemberExpression'>): boolean {
    const path = this.pathOf(member.object);
    const keys = propertyKey(this.evaluator, member);
    const of = this.evaluator.evaluate(member.object);
    // What the language itself offers, or one of its values that cannot change.
    if (of.every(({ kind }) => kind === 'global' || kind === 'text' || kind === 'constant'))
      return false;
    if (this.effects.isOpen && !this.isPrivate(member.object)) {
      return !isNeverStored(this.context, member);
    }
    if (keys.includes('orders')) return true;
    const isOther = (other: string | undefined): boolean =>
      other !== undefined &&
      path !== undefined &&
      lastName(other) !== lastName(path) &&
      other !== path;
    const isStored = this.effects.stores.some((store) => {
      if (store.object.type === 'Super') return false;
      // Elsewhere the same object may have another name.
      if (isInside(store, this.loop) && isOther(this.pathOf(store.object))) return false;
      const names = propertyKey(this.evaluator, store);
      return (
        keys.length === 0 ||
        names.length === 0 ||
        names.some((name) => keys.includes(name)) ||
        keys.includes('length')
      );
    });
    const isCollection = keys.length === 0 || keys.some((key) => /^(?:length|size|\d+)$/.test(key));
    return isStored || (isCollection && this.changesOf(isOther).length > 0);
  }

  private changesOf(isOther: (other: string | undefined) => boolean): AnyNode[] {
    return this.effects.changes.filter(({ callee }) => {
      if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return true;
      return !isInside(callee, this.loop) || !isOther(this.pathOf(callee.object));
    });
  }

  /** A list that only this piece of code knows: made here and never handed on. */
  private isPrivate(object: AnyNode): boolean {
    const variable = this.variableOf(unwrap(object));
    if (variable === undefined || variable.defs[0]?.type !== 'Variable') return false;
    return variable.references.every(({ identifier }) => {
      const node = identifier;
      const parent = parentOf(node);
      if (!this.isBefore(node)) return false;
      if (parent?.type === 'MemberExpression') return parent.object === node;
      if (parent?.type === 'VariableDeclarator') {
        return (
          parent.id === node && /^(?:Array|Object|New)Expression$/.test(parent.init?.type ?? '')
        );
      }
      return parent?.type === 'ForOfStatement' && parent.right === node;
    });
  }

  private isCallFixed(node: NodeOf<'CallExpression'>): boolean {
    const { callee } = node;
    if (callee.type === 'Super' || !node.arguments.every((argument) => this.isFixed(argument))) {
      return false;
    }
    if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
      const [name = ''] = propertyKey(this.evaluator, callee);
      const owner = this.evaluator.evaluate(callee.object);
      const isOwn = owner.some(
        ({ kind }) => kind === 'self' || kind === 'object' || kind === 'module',
      );
      if (name === 'exec' || name === 'test') return startsAnew(this, callee.object);
      if (isReadingMethod(name) && !isOwn && name !== 'next') {
        return this.isFixed(callee.object) && !this.areElementsChanged(callee.object);
      }
    }
    const value = single(this.evaluator.evaluate(callee));
    if (value?.kind === 'function') return isConstantFunction(value.node);
    return value?.kind === 'global' && isPureFunction(value.path);
  }

  /** Whether an expression may stand for another list, set or map after a round. */
  mayBeReplaced(expression: AnyNode): boolean {
    const node = unwrap(expression);
    if (this.effects.isOpen && !this.isPrivate(node)) return true;
    return !this.isFixed(node);
  }

  /** Whether what a list, set or map holds may change during the loop. */
  areElementsChanged(object: AnyNode): boolean {
    const of = this.evaluator.evaluate(object);
    if (of.every(({ kind }) => kind === 'text' || kind === 'constant' || kind === 'global'))
      return false;
    if (this.effects.isOpen && !this.isPrivate(object)) return true;
    const path = this.pathOf(object);
    const isOther = (other: string | undefined): boolean =>
      other !== undefined && path !== undefined && other !== path;
    const isStored = this.effects.stores.some(
      (store) => !isInside(store, this.loop) || !isOther(this.pathOf(store.object)),
    );
    return isStored || this.changesOf(isOther).length > 0;
  }

  /** One text for one place: `this.queue`; a name that only stands for another counts as that. */
  pathOf(expression: AnyNode, depth = 0): string | undefined {
    const node = unwrap(expression);
    if (node.type === 'ThisExpression') return 'this';
    if (node.type === 'Identifier') {
      const variable = this.variableOf(node);
      if (variable === undefined) return node.name;
      const original = depth < 5 ? originalOf(variable) : undefined;
      if (original !== undefined) return this.pathOf(original, depth + 1);
      return `${node.name}@${variable.defs[0]?.name.range?.[0] ?? ''}`;
    }
    if (node.type !== 'MemberExpression' || node.object.type === 'Super') return undefined;
    const path = this.pathOf(node.object, depth);
    const [name, ...others] = propertyKey(this.evaluator, node);
    return path === undefined || name === undefined || others.length > 0
      ? undefined
      : `${path}.${name}`;
  }
}

/** `() => true`. */
function isConstantFunction(node: AnyNode): boolean {
  if (!isFunction(node) || node.async || node.generator) return false;
  const [statement] = node.body.type === 'BlockStatement' ? node.body.body : [];
  const result = statement?.type === 'ReturnStatement' ? statement.argument : node.body;
  return (
    result?.type === 'Literal' ||
    (result?.type === 'UnaryExpression' && result.argument.type === 'Literal')
  );
}

const isConstantName = (name: string): boolean =>
  /^(?:undefined|NaN|Infinity|[A-Z]\w*|globalThis)$/.test(name);

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** What stands behind `const other = list.items`. */
function originalOf(variable: Variable): AnyNode | undefined {
  const writes = variable.references.filter((reference) => reference.isWrite());
  const [definition] = variable.defs;
  if (writes.length !== 1 || definition?.type !== 'Variable') return undefined;
  const { id, init } = definition.node as unknown as NodeOf<'VariableDeclarator'>;
  if (id.type !== 'Identifier' || !init) return undefined;
  const node = unwrap(init);
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? node : undefined;
}
