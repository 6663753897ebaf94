import { unwrap, type AnyNode, type FunctionLike, type NodeOf } from '../../../node.ts';
import { propertyKey } from '../../../property-key.ts';
import { pathsOf } from '../../../value.ts';
import { initOf, isLoop, momentsAround } from '../moment.ts';
import type { Market } from '../market.ts';
import { storedIn } from '../of-member.ts';
import { resultsOf } from '../result-of.ts';
import { ofMethod } from './by-method.ts';
import { ofVariable } from './by-name.ts';
import { filledField } from './fillings.ts';
import { bound, nothingBound, type Binding, type Environment } from './environment.ts';
import { merged, single, tableFacet, told, withAhead, type Ahead, type Facet } from './facet.ts';
import { lookedUp } from './lookups.ts';
import { tableInText, type TableInText } from './tables-in-text.ts';

/** A hostile text must not make the check slow. */
const mostSteps = 60_000;
const deepest = 60;

/** Follows the figures that a text holds through everything that is made of them. */
export class Flow {
  readonly market: Market;
  /** Tables that are read at a place or a date of the current bar. */
  readonly readAtNow = new Set<AnyNode>();
  readonly #known = new Map<AnyNode, Facet | undefined>();
  readonly #tables = new Map<AnyNode, TableInText | undefined>();
  #steps = mostSteps;
  #depth = 0;

  constructor(market: Market) {
    this.market = market;
  }

  of(node: AnyNode, environment: Environment = nothingBound): Facet | undefined {
    const inner = unwrap(node);
    const isKept = environment.size === 0;
    if (isKept && this.#known.has(inner)) return this.#known.get(inner);
    if (this.#depth > deepest || --this.#steps < 0) return undefined;
    // A value that is made of itself, step by step.
    if (isKept) this.#known.set(inner, undefined);
    this.#depth++;
    const facet = this.#read(inner, environment);
    this.#depth--;
    if (isKept) this.#known.set(inner, facet);
    return facet;
  }

  /** What a function of the text gives back for these arguments. */
  result(
    called: FunctionLike,
    bindings: readonly (Binding | undefined)[],
    environment: Environment,
  ): Facet | undefined {
    const inside = bound(this.market.evaluator.scopes, called, bindings, environment);
    if (called.generator) return yielded(this, called, inside);
    return merged(resultsOf(called).map((part) => this.of(part, inside)));
  }

  #tableAt(node: AnyNode): TableInText | undefined {
    if (!this.#tables.has(node)) {
      this.#tables.set(node, tableInText(this.market.evaluator, node));
    }
    return this.#tables.get(node);
  }

  isDated({ tables }: Facet): boolean {
    return [...tables].some((table) => this.#tables.get(table)?.isDated === true);
  }

  /** Its rows are those of the run: it is read at the current bar, or dated. */
  isOfRun(table: AnyNode, how: Ahead['how']): boolean {
    if (this.readAtNow.has(table)) return true;
    const isOfAll = how === 'whole series' || how === 'reordered';
    return isOfAll && this.#tables.get(table)?.isDated === true;
  }

  noteRead({ tables }: Facet): void {
    for (const table of tables) this.readAtNow.add(table);
  }

  #read(node: AnyNode, environment: Environment): Facet | undefined {
    const table = this.#tableAt(node);
    if (table !== undefined) return { ...tableFacet(node), shift: -table.heads };
    const ask = (part: AnyNode | null | undefined): Facet | undefined =>
      part ? this.of(part, environment) : undefined;
    switch (node.type) {
      case 'Identifier':
        return ofVariable(this, node, environment);
      case 'MemberExpression':
        return this.#member(node, environment);
      case 'CallExpression':
        return this.#call(node, environment);
      case 'NewExpression':
        return merged(node.arguments.map(ask));
      case 'ArrayExpression':
        return this.#array(node, environment);
      case 'ObjectExpression': {
        const parts = node.properties.map((part) =>
          ask(part.type === 'Property' ? part.value : part.argument),
        );
        return merged(parts);
      }
      case 'BinaryExpression':
        return this.#binary(node, environment);
      case 'LogicalExpression':
        return merged([ask(node.left), ask(node.right)]);
      case 'ConditionalExpression': {
        const test = told(ask(node.test));
        return merged([test && single(test), ask(node.consequent), ask(node.alternate)]);
      }
      case 'AssignmentExpression':
        return node.operator === '=' ? ask(node.right) : merged([ask(node.left), ask(node.right)]);
      case 'UnaryExpression':
      case 'AwaitExpression':
      case 'SpreadElement':
        return ask(node.argument);
      case 'SequenceExpression':
        return ask(node.expressions.at(-1));
      case 'TemplateLiteral':
        return merged(node.expressions.map(ask));
      default:
        return undefined;
    }
  }

  /** `[...list]`, `[NaN, ...list]`, `[this row, the next]`. */
  #array({ elements }: NodeOf<'ArrayExpression'>, environment: Environment): Facet | undefined {
    const first = elements.findIndex((element) => element?.type === 'SpreadElement');
    const spread = elements[first];
    const list = spread && this.of(spread, environment);
    if (list?.isList) return { ...list, shift: list.shift - first };
    return merged(elements.map((element) => element && this.of(element, environment)).map(orNone));
  }

  #binary(
    { left, right, operator }: NodeOf<'BinaryExpression'>,
    environment: Environment,
  ): Facet | undefined {
    if (left.type === 'PrivateIdentifier' || operator === 'in' || operator === 'instanceof') {
      return undefined;
    }
    const facet = merged([this.of(left, environment), this.of(right, environment)]);
    if (facet === undefined) return undefined;
    const isScaled = [left, right].some((part) => part.type === 'Literal') || isLength(right);
    const holdsAgainst =
      /^(?:[<>]=?|[!=]==?)$/.test(operator) || (/^[-/]$/.test(operator) && !isScaled);
    return single((holdsAgainst ? told(facet) : facet) ?? facet);
  }

  #member(node: NodeOf<'MemberExpression'>, environment: Environment): Facet | undefined {
    const { evaluator } = this.market;
    if (node.object.type === 'Super') return undefined;
    const [key, ...others] =
      node.computed && node.property.type !== 'Literal' ? [] : propertyKey(evaluator, node);
    if (key === undefined || others.length > 0 || /^\d+$/.test(key)) {
      const list = this.of(node.object, environment);
      if (list === undefined) return undefined;
      return list.isList ? lookedUp(this, node, list, node.property, environment) : list;
    }
    if (key === 'length' || key === 'size') {
      // How many rows there are is no figure; how many were chosen by one is.
      const counted = this.of(node.object, environment);
      return counted?.ahead && single(counted);
    }
    if (this.market.collected.has(key)) return filledField(this, node, key);
    const stored = storedIn(this.market, node, key);
    if (stored.length > 0) return merged(stored.map((value) => this.of(value)));
    const part = partOf(this.market, node.object, key);
    if (part !== undefined) return this.of(part, environment);
    const facet = this.of(node.object, environment);
    return facet?.isList && facet.ahead === undefined ? undefined : facet && single(facet);
  }

  #call(node: NodeOf<'CallExpression'>, environment: Environment): Facet | undefined {
    const { evaluator, sites } = this.market;
    const { callee } = node;
    if (callee.type === 'Super') return undefined;
    const [path = ''] = pathsOf(evaluator.evaluate(callee));
    const given = (): (Facet | undefined)[] =>
      node.arguments.map((argument) => this.of(argument, environment));
    if (path.startsWith('Math.') || /^(?:Number|String|parse(?:Int|Float))/.test(path)) {
      const facet = merged(given());
      if (facet?.isList) return single(withAhead(facet, 'whole series', node));
      return path === 'Math.sign' ? told(facet) : facet;
    }
    if (path === 'Date.parse') return undefined;
    const called = sites.functionsAt(callee);
    if (called.length > 0) {
      const bindings = node.arguments.map((argument): Binding => ({
        kind: 'argument',
        node: argument,
        within: environment,
      }));
      return merged(called.slice(0, 3).map((one) => this.result(one, bindings, environment)));
    }
    if (callee.type === 'MemberExpression' && callee.object.type !== 'Super' && path === '') {
      const [method = ''] = propertyKey(evaluator, callee);
      return ofMethod(this, node, callee.object, method, environment);
    }
    if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
      const own = this.of(callee.object, environment);
      const [method = ''] = propertyKey(evaluator, callee);
      if (own !== undefined) return ofMethod(this, node, callee.object, method, environment);
    }
    const facet = merged(given());
    const keepsList = /^(?:\w*Array\.(?:from|of)|Object\.|structuredClone|JSON\.)/.test(path);
    return !keepsList && facet?.isList ? single(withAhead(facet, 'whole series', node)) : facet;
  }
}

const orNone = (facet: Facet | null | undefined): Facet | undefined => facet ?? undefined;

const isLength = (node: AnyNode): boolean =>
  node.type === 'MemberExpression' &&
  node.property.type === 'Identifier' &&
  /^(?:length|size)$/.test(node.property.name);

/** `series.a` of `const series = { a: […] }`. */
function partOf(market: Market, object: AnyNode, key: string): AnyNode | undefined {
  let holder = unwrap(object);
  if (holder.type === 'Identifier') holder = initOf(market, holder) ?? holder;
  if (holder.type !== 'ObjectExpression') return undefined;
  for (const part of holder.properties) {
    if (part.type !== 'Property' || part.computed) continue;
    if (propertyKey(market.evaluator, part).includes(key)) return part.value;
  }
  return undefined;
}

/** `for (let i = 1; …) yield list[i]` begins with a later row. */
function yielded(flow: Flow, called: FunctionLike, inside: Environment): Facet | undefined {
  const yields = flow.market.evaluator.leavings.yields.get(called) ?? [];
  const rows = yields.map(({ argument, delegate }) => {
    const facet = argument ? flow.of(argument, inside) : undefined;
    if (facet === undefined || delegate) return facet;
    const loop = argument && [...momentsAround(argument)].find(isLoop);
    const [counter] =
      loop?.type === 'ForStatement' && loop.init?.type === 'VariableDeclaration'
        ? loop.init.declarations
        : [];
    const start = counter?.init?.type === 'Literal' ? Number(counter.init.value) : 0;
    return { ...facet, isList: true, shift: start };
  });
  return merged(rows);
}
