import type { Evaluator } from '../../evaluate.ts';
import { isClass, isFunction, parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import type { Survey } from '../../survey.ts';
import type { Value } from '../../value.ts';
import {
  changingMethods,
  isDateSetter,
  isPostponing,
  isReadingMethod,
} from './built-in-methods.ts';
import { isInside, within } from './loop-node.ts';

type Member = NodeOf<'MemberExpression'>;

/** What running a piece of code may change. */
export interface Effects {
  /** The piece itself and the functions of this text that it calls. */
  readonly regions: readonly AnyNode[];
  /** Functions inside that nothing calls while it runs. */
  readonly idle: readonly AnyNode[];
  /** Members that are stored or deleted. */
  readonly stores: readonly Member[];
  /** Calls that change a list, set or map. */
  readonly changes: readonly NodeOf<'CallExpression'>[];
  /** Something runs that this text does not show. */
  readonly isOpen: boolean;
}

/** Collects the effects of loops and functions. */
export class EffectReader {
  private readonly survey: Survey;
  private readonly evaluator: Evaluator;
  private readonly known = new Map<AnyNode, Effects>();
  /** Names of methods and accessors that the text itself declares; most texts are never asked. */
  private names: { readonly all: Set<string>; readonly accessors: Set<string> } | undefined;

  constructor(survey: Survey, evaluator: Evaluator) {
    this.survey = survey;
    this.evaluator = evaluator;
  }

  /** Whether the text has a getter or setter of that name. */
  isAccessorName(name: string): boolean {
    return this.ownNames().accessors.has(name);
  }

  private ownNames(): { readonly all: Set<string>; readonly accessors: Set<string> } {
    if (this.names !== undefined) return this.names;
    const { survey, evaluator } = this;
    const names = { all: new Set<string>(), accessors: new Set<string>() };
    for (const node of [...survey.ofType('MethodDefinition'), ...survey.ofType('Property')]) {
      const isCode = node.type === 'MethodDefinition' || isFunction(node.value);
      if (!isCode || parentOf(node)?.type === 'ObjectPattern') continue;
      for (const name of propertyKey(evaluator, node)) {
        names.all.add(name);
        if (node.kind === 'get' || node.kind === 'set') names.accessors.add(name);
      }
    }
    this.names = names;
    return names;
  }

  of(node: AnyNode): Effects {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const idle: AnyNode[] = [];
    const regions: AnyNode[] = [node];
    const stores: Member[] = [];
    const changes: NodeOf<'CallExpression'>[] = [];
    let isOpen = false;
    for (const region of regions) {
      if (regions.length > 40) {
        isOpen = true;
        break;
      }
      idle.push(...this.idleFunctions(region));
      const runs = <Node extends AnyNode>(nodes: readonly Node[]): Node[] =>
        within(nodes, region).filter((inner) => !idle.some((other) => isInside(inner, other)));
      stores.push(...runs(this.survey.ofType('MemberExpression')).filter(isStored));
      for (const call of this.calls(runs)) {
        const called = this.called(call);
        if (called === undefined) isOpen = true;
        else if (called === 'change') changes.push(call as NodeOf<'CallExpression'>);
        else {
          for (const target of called) {
            if (!regions.some((other) => isInside(target, other))) regions.push(target);
          }
        }
      }
      isOpen ||= runs(this.survey.ofType('AwaitExpression')).length > 0;
      isOpen ||= runs(this.survey.ofType('YieldExpression')).length > 0;
      isOpen ||= runs(this.survey.ofType('TaggedTemplateExpression')).length > 0;
      isOpen ||= runs(this.survey.ofType('MemberExpression')).some((member) =>
        this.isAccessor(member),
      );
    }
    const effects = { regions, idle, stores, changes, isOpen };
    this.known.set(node, effects);
    return effects;
  }

  private calls(
    runs: <Node extends AnyNode>(nodes: readonly Node[]) => Node[],
  ): NodeOf<'CallExpression' | 'NewExpression'>[] {
    return [
      ...runs(this.survey.ofType('CallExpression')),
      ...runs(this.survey.ofType('NewExpression')),
    ];
  }

  /** Functions of this text that a call runs; undefined when it may run others. */
  private called(
    call: NodeOf<'CallExpression' | 'NewExpression'>,
  ): AnyNode[] | 'change' | undefined {
    const { callee } = call;
    if (callee.type === 'Super') return undefined;
    const targets: AnyNode[] = [];
    const passed = call.arguments.flatMap((argument) => [...this.evaluator.evaluate(argument)]);
    if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
      const [name = ''] = propertyKey(this.evaluator, callee);
      const own = this.ownNames().all;
      const changes = changingMethods.has(name) || isDateSetter(name);
      if (changes && !own.has(name)) return 'change';
      if (isReadingMethod(name) && !own.has(name)) return functionsIn(passed);
    }
    for (const value of this.evaluator.evaluate(callee)) {
      const found = targetsOf(value, passed);
      if (found === undefined) return undefined;
      targets.push(...found);
    }
    return targets;
  }

  private isAccessor(member: Member): boolean {
    const { property, computed } = member;
    if (computed || property.type !== 'Identifier') return false;
    if (!this.isAccessorName(property.name)) return false;
    const parent = parentOf(member);
    return parent?.type !== 'CallExpression' || parent.callee !== member;
  }

  /** Declared and never used, or put off until later. */
  private idleFunctions(region: AnyNode): AnyNode[] {
    const functions = [
      ...within(this.survey.ofType('FunctionDeclaration'), region),
      ...within(this.survey.ofType('FunctionExpression'), region),
      ...within(this.survey.ofType('ArrowFunctionExpression'), region),
    ];
    return functions.filter(
      (node) => node !== region && (this.isUnused(node) || this.isPutOff(node)),
    );
  }

  private isUnused(node: AnyNode): boolean {
    const parent = parentOf(node);
    const declaration = node.type === 'FunctionDeclaration' ? node : parent;
    if (node.type !== 'FunctionDeclaration' && parent?.type !== 'VariableDeclarator') return false;
    const [variable] = declaration ? this.evaluator.scopes.declaredBy(declaration) : [];
    return variable !== undefined && !variable.references.some((reference) => reference.isRead());
  }

  private isPutOff(node: AnyNode): boolean {
    const call = parentOf(node);
    if (call?.type !== 'CallExpression' || call.callee === node) return false;
    if (call.callee.type === 'MemberExpression') {
      const names = propertyKey(this.evaluator, call.callee);
      if (names.some((name) => /^(?:then|catch|finally)$/.test(name))) return true;
    }
    return this.evaluator
      .evaluate(call.callee)
      .some((value) => value.kind === 'global' && isPostponing(value.path));
  }
}

/** `a.b = …`, `a.b++`, `delete a.b`, `[a.b] = …`, `for (a.b of …)`. */
export function isStored(member: Member): boolean {
  const parent = parentOf(member);
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === member;
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'Property':
      return parentOf(parent)?.type === 'ObjectPattern' && parent.value === member;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    default:
      return false;
  }
}

const functionsIn = (values: readonly Value[]): AnyNode[] =>
  values.flatMap((value) =>
    value.kind === 'function' && !isClass(value.node) ? [value.node] : [],
  );

/** What runs when a value is called with these arguments. */
function targetsOf(value: Value, passed: readonly Value[]): AnyNode[] | undefined {
  switch (value.kind) {
    case 'function':
      return [value.node];
    case 'bound':
      return targetsOf(value.target, passed);
    case 'module':
      // Orders are worked after the bar: until then a strategy's calls change nothing but its list of orders.
      return /^Strategy\.prototype\./.test(value.path) ? [] : undefined;
    case 'global':
      if (isPostponing(value.path)) return [];
      return isHarmless(value.path) ? functionsIn(passed) : undefined;
    default:
      return undefined;
  }
}

/** Of the language's own functions those that run or change nothing that they are not given. */
const isHarmless = (path: string): boolean =>
  /^(?:Math|Number|String|Boolean|BigInt|Array|Symbol|Map|Set|WeakMap|WeakSet|Date|Error|RegExp|Promise|console|performance|process\.(?:uptime|hrtime)|Object\.(?:keys|values|entries|freeze|is)|parseInt|parseFloat|isNaN|isFinite|structuredClone|(?:Uint|Int|Float)\w*Array|\w*Error)(?:\.|$)/.test(
    path,
  );
