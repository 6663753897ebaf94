import { arithmetic } from '../../arithmetic.ts';
import type { Variable } from '../../scopes/scope.ts';
import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { isInside, isLoop, type TestedLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { comparedNumbers, roundingOf } from './number-operators.ts';
import { Assumptions } from './path-assumptions.ts';
import { onlyReads } from './repeated-round.ts';

/** What counters are on one way through a round; one that is not there is not known. */
export type Numbers = ReadonlyMap<Variable, number | undefined>;

export interface Path {
  readonly numbers: Numbers;
  /** Variables from outside the round that were assigned. */
  readonly writes: ReadonlySet<Variable>;
  readonly assumed: Assumptions;
  readonly jump?: 'continue' | 'inner continue' | 'exit' | 'break';
}

/** More ways through a round are not followed. */
const mostPaths = 48;

/** The ways through one round of a loop that change nothing but counters; the others are left out. */
export class RoundPaths {
  private readonly view: LoopView;
  private readonly loop: TestedLoop;
  private inner = 0;

  constructor(view: LoopView, loop: TestedLoop) {
    this.view = view;
    this.loop = loop;
  }

  through(loop: TestedLoop, start: Numbers): Path[] {
    const first: Path = { numbers: start, writes: new Set(), assumed: new Assumptions() };
    const update = loop.type === 'ForStatement' ? loop.update : undefined;
    return this.statement(loop.body, first).flatMap((path) => {
      if (path.jump === 'exit' || path.jump === 'break') return [{ ...path, jump: 'exit' }];
      return update ? this.expression(update, path) : [path];
    });
  }

  private statements(list: readonly AnyNode[], start: Path): Path[] {
    let open: Path[] = [start];
    const left: Path[] = [];
    for (const statement of list) {
      const next = open.flatMap((path) => this.statement(statement, path));
      open = next.filter(({ jump }) => jump === undefined);
      left.push(...next.filter(({ jump }) => jump !== undefined));
      if (open.length + left.length > mostPaths) return [];
    }
    return [...left, ...open];
  }

  private statement(node: AnyNode, path: Path): Path[] {
    switch (node.type) {
      case 'EmptyStatement':
      case 'FunctionDeclaration':
        return [path];
      case 'BlockStatement':
        return this.statements(node.body, path);
      case 'ExpressionStatement':
        return this.expression(node.expression, path);
      case 'VariableDeclaration':
        return this.declaration(node, path);
      case 'IfStatement':
        return this.choice(node, path);
      case 'ContinueStatement': {
        const isOurs = this.view.continues.includes(node);
        if (!isOurs) return [{ ...path, jump: 'break' }];
        return [{ ...path, jump: this.inner > 0 ? 'inner continue' : 'continue' }];
      }
      case 'BreakStatement':
        return [{ ...path, jump: node.label ? 'exit' : 'break' }];
      case 'ReturnStatement':
      case 'ThrowStatement':
        return [{ ...path, jump: 'exit' }];
      case 'LabeledStatement':
        return this.statement(node.body, path);
      default:
        return isLoop(node) ? this.innerLoop(node, path) : [];
    }
  }

  /** An inner loop is not gone through, or for one round out of which it leaves. */
  private innerLoop(node: AnyNode, path: Path): Path[] {
    if (node.type !== 'ForOfStatement' && node.type !== 'ForStatement') return [];
    if (node.type === 'ForOfStatement' && !onlyReads(this.view, node.right)) return [];
    if (node.type === 'ForStatement' && node.test && !onlyReads(this.view, node.test)) return [];
    this.inner++;
    const inside = this.statement(node.body, path);
    this.inner--;
    const left = inside.filter(({ jump }) => jump === 'exit' || jump === 'inner continue');
    const isQuiet = inside.length > 0 && inside.every(({ writes }) => writes.size === 0);
    return isQuiet ? [path, ...left] : left;
  }

  private declaration(node: NodeOf<'VariableDeclaration'>, path: Path): Path[] {
    let current = path;
    for (const { id, init } of node.declarations) {
      const number = init ? this.numberOf(init, current.numbers) : undefined;
      if (init && number === undefined && !onlyReads(this.view, init)) return [];
      const [variable] = id.type === 'Identifier' ? [this.view.variableOf(id)] : [];
      if (variable)
        current = { ...current, numbers: new Map(current.numbers).set(variable, number) };
    }
    return [current];
  }

  private choice({ test, consequent, alternate }: NodeOf<'IfStatement'>, path: Path): Path[] {
    const truth = this.truthOf(test, path.numbers);
    const go = (isYes: boolean): Path[] => {
      const assumed = truth === undefined ? path.assumed.with(test, isYes) : path.assumed;
      if (assumed === undefined) return [];
      const branch = isYes ? consequent : alternate;
      return branch ? this.statement(branch, { ...path, assumed }) : [{ ...path, assumed }];
    };
    if (truth !== undefined) return go(truth);
    return onlyReads(this.view, test) ? [...go(true), ...go(false)] : [];
  }

  private expression(expression: AnyNode, path: Path): Path[] {
    const node = unwrap(expression);
    if (node.type === 'SequenceExpression') {
      let paths = [path];
      for (const part of node.expressions) {
        paths = paths.flatMap((before) => this.expression(part, before));
      }
      return paths;
    }
    if (node.type === 'UpdateExpression') {
      const before = this.numberOf(node.argument, path.numbers);
      const step = node.operator === '++' ? 1 : -1;
      return this.assigned(node.argument, before === undefined ? undefined : before + step, path);
    }
    if (node.type !== 'AssignmentExpression') return onlyReads(this.view, node) ? [path] : [];
    const right = this.numberOf(node.right, path.numbers);
    if (right === undefined && !onlyReads(this.view, node.right)) return [];
    if (node.operator === '=') return this.assigned(node.left, right, path);
    const before = this.numberOf(node.left, path.numbers);
    const isKnown = before !== undefined && right !== undefined;
    const value = isKnown ? arithmetic(before, node.operator.slice(0, -1), right) : undefined;
    return this.assigned(node.left, value, path);
  }

  private assigned(target: AnyNode, value: number | undefined, path: Path): Path[] {
    const variable = this.view.variableOf(unwrap(target));
    if (variable === undefined) return [];
    const numbers = new Map(path.numbers).set(variable, value);
    const name = variable.defs[0]?.name;
    const isOfRound = name !== undefined && isInside(name, this.loop.body);
    const writes = isOfRound ? path.writes : new Set([...path.writes, variable]);
    return [{ ...path, numbers, writes, assumed: new Assumptions() }];
  }

  truthOf(test: AnyNode, numbers: Numbers): boolean | undefined {
    const node = unwrap(test);
    if (node.type === 'LogicalExpression' && node.operator !== '??') {
      const sides = [this.truthOf(node.left, numbers), this.truthOf(node.right, numbers)];
      const winner = node.operator === '||';
      if (sides.includes(winner)) return winner;
      return sides.includes(undefined) ? undefined : !winner;
    }
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const truth = this.truthOf(node.argument, numbers);
      return truth === undefined ? undefined : !truth;
    }
    if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier')
      return undefined;
    const [left, right] = [this.numberOf(node.left, numbers), this.numberOf(node.right, numbers)];
    if (left === undefined || right === undefined) return undefined;
    return comparedNumbers(left, node.operator, right);
  }

  private numberOf(expression: AnyNode, numbers: Numbers): number | undefined {
    const node = unwrap(expression);
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'number' ? node.value : undefined;
      case 'Identifier': {
        const variable = this.view.variableOf(node);
        return variable && numbers.get(variable);
      }
      case 'UnaryExpression': {
        const value = node.operator === '-' ? this.numberOf(node.argument, numbers) : undefined;
        return value === undefined ? undefined : -value;
      }
      case 'BinaryExpression': {
        if (node.left.type === 'PrivateIdentifier') return undefined;
        const left = this.numberOf(node.left, numbers);
        const right = this.numberOf(node.right, numbers);
        if (left === undefined || right === undefined) return undefined;
        return arithmetic(left, node.operator, right);
      }
      case 'CallExpression': {
        const round = roundingOf(this.view.evaluator.evaluate(node.callee));
        const [given] = node.arguments;
        const value = round && given ? this.numberOf(given, numbers) : undefined;
        return value === undefined ? undefined : round?.(value);
      }
      default:
        return undefined;
    }
  }
}
