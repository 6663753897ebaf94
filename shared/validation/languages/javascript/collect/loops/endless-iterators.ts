import {
  isClass,
  isFunction,
  parentOf,
  unwrap,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { returnsOf } from '../../returns.ts';
import { single } from '../../value.ts';
import type { LoopContext } from './loop-context.ts';
import { frequencyIn, within } from './loop-node.ts';
import { yieldsForEver } from './tested-loops.ts';

const iteratorKey = '@@Symbol.iterator';
/** Helpers of iterators that hand on all that they are given. */
const lazyHelpers = new Set(['map', 'filter', 'drop', 'flatMap', iteratorKey]);
const deepest = 6;

/** Says which values can be asked for a next one for ever. */
export class EndlessIterators {
  private readonly context: LoopContext;
  private readonly known = new Map<AnyNode, boolean>();

  constructor(context: LoopContext) {
    this.context = context;
  }

  /** Whether the text has a generator or an iterator of its own. */
  mayExist(): boolean {
    const { survey, evaluator } = this.context;
    const isGenerator = ({ generator }: FunctionLike): boolean => generator;
    return (
      survey.ofType('FunctionDeclaration').some(isGenerator) ||
      survey.ofType('FunctionExpression').some(isGenerator) ||
      [...survey.ofType('MethodDefinition'), ...survey.ofType('Property')].some(
        (part) => part.computed && propertyKey(evaluator, part).includes(iteratorKey),
      )
    );
  }

  /** Whether walking over an expression's value never ends. */
  isEndless(expression: AnyNode, depth = 0): boolean {
    const node = unwrap(expression);
    if (depth > deepest) return false;
    switch (node.type) {
      case 'CallExpression':
        return this.isEndlessCall(node, depth);
      case 'Identifier': {
        const value = this.onlyValueOf(node);
        return value !== undefined && this.isEndless(value, depth + 1);
      }
      case 'ObjectExpression':
        return this.isEndlessObject(node.properties, depth);
      case 'NewExpression': {
        const made = single(this.context.evaluator.evaluate(node.callee));
        if (made?.kind !== 'function' || !isClass(made.node)) return false;
        const parts = made.node.body.body.filter(
          (part) => part.type !== 'StaticBlock' && !part.static,
        );
        return this.isEndlessObject(parts, depth);
      }
      default:
        return false;
    }
  }

  /** `it.next().done`, or `step.done` where every step comes from such an iterator. */
  neverDone(expression: AnyNode): boolean {
    const node = unwrap(expression);
    if (node.type !== 'MemberExpression' || this.nameOf(node) !== 'done') return false;
    const step = unwrap(node.object);
    if (step.type !== 'Identifier') return this.isEndlessStep(step);
    const variable = this.context.evaluator.scopes.variableOf(step);
    const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
    return (
      writes.length > 0 &&
      writes.every(({ writeExpr }) => writeExpr && this.isEndlessStep(writeExpr))
    );
  }

  private isEndlessStep(expression: AnyNode): boolean {
    const node = unwrap(expression);
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
    return this.nameOf(node.callee) === 'next' && this.isEndless(node.callee.object);
  }

  private nameOf(member: NodeOf<'MemberExpression'>): string | undefined {
    return propertyKey(this.context.evaluator, member)[0];
  }

  /** What a name stands for that is given a value once. */
  private onlyValueOf(node: NodeOf<'Identifier'>): AnyNode | undefined {
    const variable = this.context.evaluator.scopes.variableOf(node);
    const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
    const [only] = writes;
    const parent = only && parentOf(only.identifier);
    if (writes.length !== 1 || parent?.type !== 'VariableDeclarator') return undefined;
    return parent.id.type === 'Identifier' ? (parent.init ?? undefined) : undefined;
  }

  private isEndlessCall(node: NodeOf<'CallExpression'>, depth: number): boolean {
    const { callee } = node;
    if (callee.type === 'MemberExpression' && lazyHelpers.has(this.nameOf(callee) ?? '')) {
      if (this.isEndless(callee.object, depth + 1)) return true;
    }
    const value =
      callee.type === 'Super' ? undefined : single(this.context.evaluator.evaluate(callee));
    return (
      value?.kind === 'function' && isFunction(value.node) && this.isEndlessGenerator(value.node)
    );
  }

  private isEndlessGenerator(node: FunctionLike): boolean {
    if (!node.generator) return false;
    const known = this.known.get(node);
    if (known !== undefined) return known;
    this.known.set(node, false);
    const { survey, evaluator } = this.context;
    const isSure = (inner: AnyNode): boolean =>
      frequencyIn(inner, node) === 'once' && !this.returnsBefore(node, inner);
    const loops = [
      ...within(survey.ofType('WhileStatement'), node),
      ...within(survey.ofType('ForStatement'), node),
      ...within(survey.ofType('DoWhileStatement'), node),
    ];
    const isEndless =
      loops.some((loop) => isSure(loop) && yieldsForEver(this.context, loop)) ||
      within(survey.ofType('YieldExpression'), node).some((inner) => {
        const { delegate, argument } = inner;
        if (!delegate || !argument || !isSure(inner)) return false;
        const called =
          argument.type === 'CallExpression' && single(evaluator.evaluate(argument.callee));
        const isItself = called && called.kind === 'function' && called.node === node;
        return isItself || this.isEndless(argument);
      });
    this.known.set(node, isEndless);
    return isEndless;
  }

  private returnsBefore(node: FunctionLike, inner: AnyNode): boolean {
    return within(this.context.survey.ofType('ReturnStatement'), node).some(
      ({ end }) => end <= inner.start,
    );
  }

  /** An object or class that can be walked over, by its own parts. */
  private isEndlessObject(parts: readonly AnyNode[], depth: number): boolean {
    const walk = this.partOf(parts, iteratorKey);
    if (walk === undefined) return false;
    if (walk.generator) return this.isEndlessGenerator(walk);
    const results = resultsOf(walk);
    return (
      results.length > 0 &&
      results.every((result) => {
        if (result.type === 'ThisExpression') return this.nextNeverEnds(parts);
        if (result.type === 'ObjectExpression') return this.nextNeverEnds(result.properties);
        return this.isEndless(result, depth + 1);
      })
    );
  }

  private nextNeverEnds(parts: readonly AnyNode[]): boolean {
    const next = this.partOf(parts, 'next');
    if (next === undefined || next.generator) return false;
    const results = resultsOf(next);
    return results.length > 0 && results.every((result) => this.isNeverDoneResult(result));
  }

  /** `{ value }`, `{ value, done: false }`. */
  private isNeverDoneResult(result: AnyNode): boolean {
    if (result.type !== 'ObjectExpression') return false;
    return result.properties.every((property) => {
      if (property.type !== 'Property') return false;
      if (!propertyKey(this.context.evaluator, property).includes('done')) return true;
      const value = single(this.context.evaluator.evaluate(property.value));
      return value?.kind === 'constant' && !value.value;
    });
  }

  private partOf(parts: readonly AnyNode[], name: string): FunctionLike | undefined {
    for (const part of parts) {
      if (
        part.type !== 'Property' &&
        part.type !== 'MethodDefinition' &&
        part.type !== 'PropertyDefinition'
      )
        continue;
      const { value } = part;
      if (!value || !isFunction(value)) continue;
      if (propertyKey(this.context.evaluator, part).includes(name)) return value;
    }
    return undefined;
  }
}

/** All that a function gives back by its own words. */
function resultsOf(node: FunctionLike): AnyNode[] {
  if (node.body.type !== 'BlockStatement') return [unwrap(node.body)];
  const last = node.body.body.at(-1);
  return last?.type === 'ReturnStatement' ? returnsOf(node.body) : [];
}
