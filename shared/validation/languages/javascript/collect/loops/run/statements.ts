import { isFunction, type AnyNode, type NodeOf } from '../../../node.ts';
import { decide } from './choices.ts';
import { Facts } from './facts.ts';
import { havoc } from './havoc.ts';
import { runLoop } from './loops.ts';
import { GaveUp, Thrown, type Completion, type Machine } from './machine.ts';
import { operated } from './operators.ts';
import { bindPattern } from './places.ts';
import { mayLeaveBy } from './leaving.ts';
import type { Thing } from './thing.ts';

/** Functions are there before the first line runs. */
export function hoist(machine: Machine, body: readonly AnyNode[]): void {
  for (const node of body) {
    const declared =
      node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
        ? node.declaration
        : node;
    if (declared?.type !== 'FunctionDeclaration' || !isFunction(declared) || !declared.id) continue;
    const [variable] = machine.evaluator.scopes.declaredBy(declared);
    if (variable) machine.declare(variable, machine.closure(declared, machine.frame.scope));
  }
}

export function runStatements(machine: Machine, body: readonly AnyNode[]): Completion {
  hoist(machine, body);
  for (const node of body) {
    const completion = runStatement(machine, node);
    if (completion !== undefined) return completion;
  }
  return undefined;
}

export function runStatement(machine: Machine, node: AnyNode, label?: string): Completion {
  machine.spend();
  switch (node.type) {
    case 'ExpressionStatement':
      machine.value(node.expression);
      return undefined;
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) {
        if (init || node.kind !== 'var') {
          bindPattern(machine, id, init ? machine.value(init) : undefined);
        }
      }
      return undefined;
    case 'ReturnStatement':
      return { kind: 'return', value: node.argument ? machine.value(node.argument) : undefined };
    case 'ThrowStatement':
      machine.value(node.argument);
      return { kind: 'throw' };
    case 'BreakStatement':
    case 'ContinueStatement':
      return {
        kind: node.type === 'BreakStatement' ? 'break' : 'continue',
        label: node.label?.name,
      };
    case 'Program':
    case 'BlockStatement':
      return runStatements(machine, node.body);
    case 'IfStatement':
      return runIf(machine, node);
    case 'LabeledStatement': {
      const completion = runStatement(machine, node.body, node.label.name);
      const isOwn = completion?.kind === 'break' && completion.label === node.label.name;
      return isOwn ? undefined : completion;
    }
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return runLoop(machine, node, label);
    case 'SwitchStatement':
      return runSwitch(machine, node);
    case 'TryStatement':
      return runTry(machine, node);
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return node.declaration ? runStatement(machine, node.declaration, label) : undefined;
    case 'ClassDeclaration': {
      const [variable] = node.id ? machine.evaluator.scopes.declaredBy(node) : [];
      if (variable) machine.declare(variable, machine.closure(node, machine.frame.scope));
      return undefined;
    }
    case 'WithStatement':
      throw new GaveUp();
    default:
      return undefined;
  }
}

function runIf(machine: Machine, node: NodeOf<'IfStatement'>): Completion {
  const truth = decide(machine, machine.value(node.test));
  const runBranch = (isYes: boolean): Completion => {
    const branch = isYes ? node.consequent : node.alternate;
    return branch ? runStatement(machine, branch) : undefined;
  };
  return typeof truth === 'boolean' ? runBranch(truth) : fork(machine, truth, runBranch);
}

/** Both branches of an open choice. One that leaves is taken as not taken, if that can be assumed. */
function fork(
  machine: Machine,
  condition: Thing,
  runBranch: (isYes: boolean) => Completion,
): Completion {
  const { memory, facts } = machine;
  const mark = memory.mark;
  const enter = (isYes: boolean): Completion => {
    machine.facts = new Facts(facts);
    machine.facts.assume(condition, isYes);
    try {
      return runBranch(isYes);
    } catch (error) {
      if (error instanceof Thrown) return { kind: 'throw' };
      throw error;
    }
  };
  const one = enter(true);
  const changes = memory.undo(mark);
  if (one !== undefined) {
    machine.facts = facts;
    mayLeaveBy(machine, one, condition, false);
    return enter(false);
  }
  const other = enter(false);
  if (other !== undefined) {
    memory.undo(mark);
    machine.facts = facts;
    mayLeaveBy(machine, other, condition, true);
    return enter(true);
  }
  memory.join(changes, mark);
  machine.facts = facts;
  return undefined;
}

function runSwitch(machine: Machine, node: NodeOf<'SwitchStatement'>): Completion {
  const value = machine.value(node.discriminant);
  let start = node.cases.findIndex(({ test }) => test === null || test === undefined);
  for (const [index, { test }] of node.cases.entries()) {
    if (!test) continue;
    const truth = decide(machine, operated(machine, '===', value, machine.value(test)));
    if (typeof truth !== 'boolean') return openSwitch(machine, node);
    if (truth) {
      start = index;
      break;
    }
  }
  if (start < 0) return undefined;
  for (const { consequent } of node.cases.slice(start)) {
    const completion = runStatements(machine, consequent);
    if (completion?.kind === 'break' && completion.label === undefined) return undefined;
    if (completion !== undefined) return completion;
  }
  return undefined;
}

/** Any of the cases: what they change is unknown behind it, and what leaves in one may leave. */
function openSwitch(machine: Machine, node: NodeOf<'SwitchStatement'>): Completion {
  for (const { consequent } of node.cases) {
    const mark = machine.memory.mark;
    const completion = runStatements(machine, consequent);
    machine.memory.undo(mark);
    const isOwn = completion?.kind === 'break' && completion.label === undefined;
    if (completion !== undefined && !isOwn) mayLeaveBy(machine, completion, undefined, false);
  }
  havoc(machine, node);
  return undefined;
}

function runTry(machine: Machine, node: NodeOf<'TryStatement'>): Completion {
  machine.tries++;
  let completion: Completion;
  try {
    completion = runStatements(machine, node.block.body);
  } catch (error) {
    if (!(error instanceof Thrown)) throw error;
    completion = { kind: 'throw' };
  } finally {
    machine.tries--;
  }
  const { handler } = node;
  if (handler) {
    const handle = (): Completion => {
      if (handler.param) bindPattern(machine, handler.param, machine.memory.fresh());
      return runStatements(machine, handler.body.body);
    };
    if (completion?.kind === 'throw') completion = handle();
    // Whatever is called in it may fail.
    else if (completion === undefined) {
      completion = fork(machine, machine.memory.fresh(), (isFailed) =>
        isFailed ? handle() : undefined,
      );
    }
  }
  const last = node.finalizer ? runStatements(machine, node.finalizer.body) : undefined;
  return last ?? completion;
}
