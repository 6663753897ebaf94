import type { Variable } from '../../scopes/scope.ts';
import type { Evaluator } from '../../evaluate.ts';
import { isFunction, parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { memberName } from './member-name.ts';
import { onlyCounts } from './counting.ts';
import { contains } from './moment.ts';

const comparisons = new Set(['<', '>', '<=', '>=', '==', '===', '!=', '!==']);

/** What becomes of a value on its way out of an expression. */
export interface Use {
  /** It decides something for one bar: it is compared, or kept at the place of a bar. */
  readonly decides: boolean;
  /** The callback whose result it becomes, if it gets that far. */
  readonly callback: AnyNode | undefined;
  /** On the way there it was compared, or set in relation to something. */
  readonly tells: boolean;
}

/** What counts as deciding. */
export interface Asking {
  /** A ratio decides as a comparison does: the bar is scaled by it. */
  readonly ratios: boolean;
  /** Sums of these bars are followed too: a loop or function that stands at one bar. */
  readonly within: AnyNode | undefined;
  /** A sum is about the bar in the middle, so that where it is put does not matter. */
  readonly isCentred: boolean;
}

interface Way {
  readonly compared: boolean;
  readonly divided: boolean;
  readonly squared: boolean;
}

const nothing: Use = { decides: false, callback: undefined, tells: false };
const decision: Use = { decides: true, callback: undefined, tells: true };

/**
 * Follows a value from where it is read. Counting, adding up and squared distances make a figure
 * of all bars and decide nothing for one of them.
 */
export function useOf(evaluator: Evaluator, node: AnyNode, asking: Asking): Use {
  return new Follower(evaluator, asking).from(node, 0);
}

class Follower {
  readonly #evaluator: Evaluator;
  readonly #asking: Asking;
  /** Each name is followed once, however often it is read. */
  readonly #seen: Set<Variable>;

  constructor(evaluator: Evaluator, asking: Asking, seen = new Set<Variable>()) {
    this.#evaluator = evaluator;
    this.#asking = asking;
    this.#seen = seen;
  }

  from(node: AnyNode, depth: number): Use {
    let way: Way = { compared: false, divided: false, squared: false };
    let child = node;
    for (let parent = parentOf(child); parent !== undefined; parent = parentOf(parent)) {
      const step = this.#through(parent, child, way, depth);
      if ('decides' in step) return step;
      way = step;
      child = parent;
    }
    return nothing;
  }

  #tells({ compared, divided, squared }: Way): boolean {
    return (compared || (divided && this.#asking.ratios)) && !squared;
  }

  #through(parent: AnyNode, child: AnyNode, way: Way, depth: number): Way | Use {
    const tells = this.#tells(way);
    switch (parent.type) {
      case 'BinaryExpression':
        return throughOperator(parent, way);
      case 'ConditionalExpression':
        return parent.test === child ? { ...way, compared: true } : way;
      case 'CallExpression':
        return throughCall(parent, child, way, tells);
      case 'AssignmentExpression':
        return parent.right === child ? this.#assigned(parent, way, depth) : nothing;
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' ? this.#named(parent.id, way, depth) : nothing;
      case 'IfStatement':
        return parent.test === child && !onlyCounts(parent) ? decision : nothing;
      case 'YieldExpression':
        return tells ? decision : nothing;
      case 'ReturnStatement':
        return { decides: false, callback: ownerOf(parent), tells };
      case 'ArrowFunctionExpression':
        return { decides: false, callback: parent, tells };
      case 'MemberExpression':
        return parent.object === child ? way : { ...way, compared: true };
      default:
        return passes.has(parent.type) ? way : nothing;
    }
  }

  #assigned({ left, operator }: NodeOf<'AssignmentExpression'>, way: Way, depth: number): Use {
    if (way.squared) return nothing;
    if (left.type === 'Identifier') return this.#summed(left, depth);
    // `label[i] = …` and `bar.label = …` belong to one bar.
    const isKept = left.type === 'MemberExpression' && left.object.type !== 'ThisExpression';
    return isKept && operator === '=' ? decision : nothing;
  }

  /** A name for the value: what becomes of the name. */
  #named(id: NodeOf<'Identifier'>, way: Way, depth: number): Use {
    const declarator = parentOf(id);
    if (depth > 3 || way.squared || declarator === undefined) return nothing;
    const declared = this.#evaluator.scopes.declaredBy(declarator);
    return this.#read(
      declared.find(({ name }) => name === id.name),
      depth,
    );
  }

  /** A sum that is made anew for each bar belongs to that bar. */
  #summed(name: NodeOf<'Identifier'>, depth: number): Use {
    const { within, isCentred } = this.#asking;
    const variable = this.#evaluator.scopes.variableOf(name);
    const declared = variable?.defs[0]?.node;
    const isPerBar = within && declared && declared !== within && contains(within, declared);
    if (!isPerBar || depth > 3) return nothing;
    const asking = { ...this.#asking, ratios: isCentred };
    return new Follower(this.#evaluator, asking, this.#seen).#read(variable, depth);
  }

  #read(variable: Variable | undefined, depth: number): Use {
    if (variable === undefined || this.#seen.has(variable)) return nothing;
    this.#seen.add(variable);
    for (const reference of variable.references) {
      if (!reference.isRead() || reference.isWrite()) continue;
      const use = this.from(reference.identifier, depth + 1);
      if (use.decides || use.callback !== undefined) return use;
    }
    return nothing;
  }
}

const passes: ReadonlySet<string> = new Set([
  'Property',
  'ObjectExpression',
  'ArrayExpression',
  'SpreadElement',
  'ChainExpression',
  'ParenthesizedExpression',
  'LogicalExpression',
  'UnaryExpression',
  'TemplateLiteral',
]);

function throughOperator({ operator, right }: NodeOf<'BinaryExpression'>, way: Way): Way {
  if (comparisons.has(operator)) return { ...way, compared: true };
  if (operator === '/') {
    // A mean, `sum / list.length`, is no ratio to a bar.
    return isLength(right) ? way : { ...way, divided: true };
  }
  return operator === '**' ? { ...way, squared: true } : way;
}

const isLength = (node: AnyNode): boolean =>
  node.type === 'MemberExpression' && memberName(node) === 'length';

function throughCall(
  { callee }: NodeOf<'CallExpression'>,
  child: AnyNode,
  way: Way,
  tells: boolean,
): Way | Use {
  if (callee === child) return way;
  if (callee.type === 'MemberExpression') {
    if (memberName(callee) === 'pow') return { ...way, squared: true };
    if (callee.object.type === 'Identifier' && callee.object.name === 'Math') return way;
  }
  return tells ? decision : nothing;
}

function ownerOf(node: AnyNode): AnyNode | undefined {
  let owner = parentOf(node);
  while (owner !== undefined && !isFunction(owner)) owner = parentOf(owner);
  return owner;
}
