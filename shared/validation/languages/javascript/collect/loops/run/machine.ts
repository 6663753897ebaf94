import type { Variable } from '../../../scopes/scope.ts';
import type { Evaluator } from '../../../evaluate.ts';
import { isFunction, type AnyNode, type FunctionLike } from '../../../node.ts';
import type { LoopContext } from '../loop-context.ts';
import type { AnyLoop } from '../loop-node.ts';
import { Facts } from './facts.ts';
import { Memory } from './memory.ts';
import { Cell, Unknown, type Thing, Scope } from './thing.ts';
import { Remembered } from '../../../remembered.ts';

export type Completion =
  | { readonly kind: 'break' | 'continue'; readonly label: string | undefined }
  | { readonly kind: 'return'; readonly value: Thing }
  | { readonly kind: 'throw' }
  | undefined;

/** The run cannot be imagined further. */
export class GaveUp extends Error {}

/** The text threw something. */
export class Thrown extends Error {}

/** A loop of which nobody can say how often it goes round: what it may change is unknown behind it. */
export class OpenLoop extends Error {
  readonly run: LoopRun;

  constructor(run: LoopRun) {
    super();
    this.run = run;
  }
}

export interface LoopRun {
  readonly node: AnyLoop;
  readonly frame: Frame;
  readonly label: string | undefined;
  /** Counted from 1. */
  round: number;
  /** Something that is not known may end it. */
  mayEnd: boolean;
}

export interface Frame {
  readonly node: AnyNode;
  readonly scope: Scope;
  /** A branch that may or may not be taken left the function. */
  mayHaveLeft: boolean;
}

const sharings = new Remembered<Variable, 'none' | 'read' | 'written'>();

/** Whether another function than its own uses a variable, or assigns it. */
function sharingOf(variable: Variable): 'none' | 'read' | 'written' {
  const known = sharings.get(variable);
  if (known !== undefined) return known;
  const home = variable.scope.variableScope;
  const others = variable.references.filter(({ from }) => from.variableScope !== home);
  const isWritten = others.some((reference) => reference.isWrite());
  const sharing = isWritten ? 'written' : others.length > 0 ? 'read' : 'none';
  sharings.set(variable, sharing);
  return sharing;
}

/** How the language works; apart from the machine, so that each part can use it. */
export interface Interpreter {
  valueOf(machine: Machine, node: AnyNode): Thing;
  run(machine: Machine, node: AnyNode): Completion;
  call(machine: Machine, target: Cell, given: readonly Thing[] | undefined, self: Thing): Thing;
  outsideValue(machine: Machine, variable: Variable): Thing;
  havoc(machine: Machine, node: AnyNode, reached: Set<unknown>): void;
}

/** Runs a piece of a text in the mind: what is not known stays unknown, and nothing really happens. */
export class Machine {
  readonly context: LoopContext;
  private readonly interpreter: Interpreter;
  readonly evaluator: Evaluator;
  readonly memory = new Memory();
  facts = new Facts();
  frame: Frame;
  readonly loops: LoopRun[] = [];
  /** All scopes that were made: a closure may still use any. */
  readonly scopes: Scope[] = [];
  /** What is stored in things that the text does not show. */
  readonly shadows = new Map<string, Cell>();
  /** Changes whenever something that is not shown may have changed. */
  epoch = 0;
  /** The same for members of one name. */
  readonly keyEpochs = new Map<string, number>();
  /** Inside a `try`, every failure has a second way. */
  tries = 0;
  /** A proof is under way: its state is not one that was met. */
  proofs = 0;
  readonly endless = new Map<AnyLoop, string>();
  /** Whether the text itself is run from its beginning, and not one of its functions. */
  readonly isWhole: boolean;
  private steps: number;
  /** How many functions are being called. */
  depth = 0;

  constructor(context: LoopContext, interpreter: Interpreter, start: AnyNode, steps: number) {
    this.interpreter = interpreter;
    this.context = context;
    this.evaluator = context.evaluator;
    this.steps = steps;
    this.isWhole = start.type === 'Program';
    this.frame = {
      node: start,
      scope: this.scope(undefined, new Unknown('this')),
      mayHaveLeft: false,
    };
  }

  /** How many steps are left. */
  get left(): number {
    return this.steps;
  }

  spend(steps = 1): void {
    this.steps -= steps;
    if (this.steps < 0) throw new GaveUp();
  }

  /** Runs the text, or a function of it with arguments that nobody knows. */
  start(): void {
    const { node } = this.frame;
    if (node.type === 'Program') this.run(node);
    else this.call(this.closure(node, this.frame.scope), [], new Unknown('this'));
  }

  scope(outer: Scope | undefined, self: Thing): Scope {
    const made = new Scope(outer, self);
    this.scopes.push(made);
    if (this.scopes.length > 400) throw new GaveUp();
    return made;
  }

  closure(node: AnyNode, scope: Scope): Cell {
    const isArrow = node.type === 'ArrowFunctionExpression';
    return new Cell('function', {
      node: node as FunctionLike,
      scope,
      self: isArrow ? scope.self : undefined,
    });
  }

  variable(variable: Variable): Thing {
    for (let scope: Scope | undefined = this.frame.scope; scope; scope = scope.outer) {
      if (scope.slots.has(variable)) return scope.slots.get(variable);
    }
    return this.interpreter.outsideValue(this, variable);
  }

  assign(variable: Variable, value: Thing): void {
    for (let scope: Scope | undefined = this.frame.scope; scope; scope = scope.outer) {
      if (scope.slots.has(variable)) return this.memory.set(scope.slots, variable, value);
    }
    let outermost = this.frame.scope;
    while (outermost.outer) outermost = outermost.outer;
    this.memory.set(outermost.slots, variable, value);
  }

  declare(variable: Variable, value: Thing): void {
    this.memory.set(this.frame.scope.slots, variable, value);
  }

  /** Calls a function of this text; `given` undefined where the arguments are not known. */
  call(target: Cell, given: readonly Thing[] | undefined, self: Thing = target.self): Thing {
    return this.interpreter.call(this, target, given, self);
  }

  value(node: AnyNode): Thing {
    return this.interpreter.valueOf(this, node);
  }

  run(node: AnyNode): Completion {
    return this.interpreter.run(this, node);
  }

  /** Something that this text does not show has run: it may call whatever can be reached from elsewhere. */
  disturb(given: readonly Thing[]): void {
    this.epoch++;
    this.shadows.clear();
    const reached = new Set<unknown>();
    for (const thing of given) this.smudge(thing, reached);
    for (const { slots, self } of this.scopes) {
      this.smudge(self, reached);
      for (const [variable, value] of slots) {
        this.spend();
        const sharing = sharingOf(variable);
        if (sharing === 'none') continue;
        if (sharing === 'written') this.memory.set(slots, variable, this.memory.fresh());
        else if (value instanceof Cell && value.kind !== 'function') this.smudge(value, reached);
      }
    }
  }

  /** Everything that a thing holds may have changed. */
  smudge(thing: Thing, reached = new Set<unknown>()): void {
    if (!(thing instanceof Cell) || reached.has(thing)) return;
    reached.add(thing);
    this.spend();
    if (thing.kind === 'function' && thing.node && isFunction(thing.node))
      this.interpreter.havoc(this, thing.node, reached);
    for (const [key, value] of thing.slots) {
      this.smudge(value, reached);
      this.memory.set(thing.slots, key, this.memory.fresh());
    }
    if (thing.kind !== 'function') this.memory.set(thing.slots, '*', true);
  }
}
