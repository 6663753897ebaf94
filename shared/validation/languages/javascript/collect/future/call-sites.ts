import type { Evaluator } from '../../evaluate.ts';
import { isClass, isFunction, type AnyNode, type FunctionLike, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import type { Survey } from '../../survey.ts';
import type { Value } from '../../value.ts';

/** One place where a function of the text is called. */
export interface CallSite {
  readonly node: NodeOf<'CallExpression' | 'NewExpression'>;
  /** What it is given; undefined for a callback that a list method calls. */
  readonly arguments: readonly AnyNode[] | undefined;
  /** The list that calls it, and by which method. */
  readonly walked: AnyNode | undefined;
  readonly method: string;
}

/** List methods that call a function for one element after the other. */
export const isWalker = (method: string): boolean =>
  /^(?:map|forEach|filter|some|every|find|findIndex|findLast|findLastIndex|flatMap|reduce|reduceRight|from)$/.test(
    method,
  );

/** Which parameter of a walker's callback is the place; the list itself comes next. */
export const indexParameter = (method: string): number => (method.startsWith('reduce') ? 2 : 1);

/** Where each function of the text is called, as far as that can be seen. */
export class CallSites {
  readonly #evaluator: Evaluator;
  readonly #byFunction = new Map<FunctionLike, CallSite[]>();

  constructor(survey: Survey, evaluator: Evaluator) {
    this.#evaluator = evaluator;
    for (const node of survey.ofType('CallExpression')) this.#addCall(node);
    for (const node of survey.ofType('NewExpression')) this.#add(node, node.callee, node.arguments);
  }

  of(node: FunctionLike): readonly CallSite[] {
    return this.#byFunction.get(node) ?? none;
  }

  /** Functions of the text that this callee can be. */
  functionsAt(callee: AnyNode): FunctionLike[] {
    const found: FunctionLike[] = [];
    for (const value of this.#evaluator.evaluate(callee)) {
      const called = functionIn(value);
      if (called !== undefined) found.push(called);
    }
    return found;
  }

  #addCall(node: NodeOf<'CallExpression'>): void {
    const { callee } = node;
    if (callee.type === 'Super') return;
    this.#add(node, callee, node.arguments);
    if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return;
    const [method = ''] = propertyKey(this.#evaluator, callee);
    if (method === 'call' || method === 'bind') {
      this.#add(node, callee.object, node.arguments.slice(1));
      const { object } = callee;
      if (object.type !== 'MemberExpression' || object.object.type === 'Super') return;
      // `Array.prototype.map.call(list, f)`
      const [borrowed = ''] = propertyKey(this.#evaluator, object);
      const [list, callback] = node.arguments;
      if (isWalker(borrowed)) this.#addWalk(node, list, callback, borrowed);
    } else if (isWalker(method)) {
      // `Array.from(list, f)` hands the list over as its first argument.
      const [first, second] = node.arguments;
      // So does a library's `_.map(list, f)`.
      const isGiven = method === 'from' || (second !== undefined && isFunction(second));
      this.#addWalk(node, isGiven ? first : callee.object, isGiven ? second : first, method);
    }
  }

  #addWalk(
    node: NodeOf<'CallExpression'>,
    walked: AnyNode | undefined,
    callback: AnyNode | undefined,
    method: string,
  ): void {
    if (callback === undefined || walked === undefined) return;
    if (callback.type !== 'Identifier' && !isFunction(callback)) return;
    for (const called of this.functionsAt(callback)) {
      this.#note(called, { node, arguments: undefined, walked, method });
    }
  }

  #add(node: CallSite['node'], callee: AnyNode, args: readonly AnyNode[]): void {
    if (args.some(({ type }) => type === 'SpreadElement')) return;
    for (const called of this.functionsAt(callee)) {
      this.#note(called, { node, arguments: args, walked: undefined, method: '' });
    }
  }

  #note(called: FunctionLike, site: CallSite): void {
    const sites = this.#byFunction.get(called);
    if (sites === undefined) this.#byFunction.set(called, [site]);
    // Many calls of one helper tell the same; the check must stay linear.
    else if (sites.length < 20) sites.push(site);
  }
}

const none: readonly CallSite[] = [];

function functionIn(value: Value): FunctionLike | undefined {
  if (value.kind === 'bound') return undefined;
  if (value.kind !== 'function') return undefined;
  if (!isClass(value.node)) return value.node;
  for (const part of value.node.body.body) {
    if (part.type === 'MethodDefinition' && part.kind === 'constructor') return part.value;
  }
  return undefined;
}
