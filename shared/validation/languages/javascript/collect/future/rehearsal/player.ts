import { patternIn, type AnyNode, type ClassLike } from '../../../node.ts';
import { assigned, declare, writeTo } from './assigning.ts';
import { arrayOf, binary, logical, member, objectOf, unary, update } from './expressions.ts';
import { callOf, called, madeBy, newOf, taggedOf } from './calling.ts';
import { built, classOf } from './classes.ts';
import { globalNamed } from './globals.ts';
import { iterated } from './iterating.ts';
import { merged } from './knowledge.ts';
import { memberOf, putInto } from './members.ts';
import type { Room } from './room.ts';
import type { Leaving, Stage } from './stage.ts';
import { run, runAll } from './statements.ts';
import { tagged } from './tagging.ts';
import {
  Callable,
  held,
  none,
  plain,
  unknown,
  type Class,
  type Held,
  type List,
  asText,
} from './things.ts';
import { truthOf } from './truth.ts';

/** Plays the text: what its expressions give, and which rows went into that. Its parts reach each other through it. */
export class Player {
  readonly stage: Stage;
  readonly globals = new Map<string, Held | undefined>();

  constructor(stage: Stage) {
    this.stage = stage;
  }

  of(node: AnyNode | null | undefined, room: Room): Held {
    if (!node) return none;
    const { stage } = this;
    stage.spend();
    if (stage.bar !== undefined || stage.notesAll) stage.played.add(node);
    const given = this.#read(node, room);
    const table = stage.tables.get(node);
    return table === undefined ? given : tagged(given, table, stage.mostRows);
  }

  /** Whether a test holds; what is not known is left to chance. It decides something for the bar. */
  test(
    node: AnyNode | null | undefined,
    room: Room,
  ): { readonly isTrue: boolean; readonly by: Held } {
    const by = this.of(node, room);
    if (node) this.stage.decide(node, by.knows, true);
    return { isTrue: truthOf(by.value, this.stage), by };
  }

  /** Runs something that would not be reached if a test were otherwise. */
  under<Result>(by: Held, run: () => Result): Result {
    const { stage } = this;
    const before = stage.path;
    stage.path = merged(before, by.knows);
    const result = run();
    stage.path = before;
    return result;
  }

  run(node: AnyNode, room: Room): Leaving | undefined {
    return run(this, node, room);
  }

  runAll(body: readonly AnyNode[], room: Room): Leaving | undefined {
    return runAll(this, body, room);
  }

  call(target: Callable, args: readonly Held[], self: Held): Held {
    return called(this, target, args, self);
  }

  member(self: Held, key: Held, from?: Class): Held {
    return memberOf(this, self, key, from);
  }

  put(self: Held, key: Held, given: Held): void {
    putInto(this, self, key, given);
  }

  iterate(given: Held): List | undefined {
    return iterated(this, given);
  }

  write(target: AnyNode, given: Held, room: Room): void {
    writeTo(this, target, given, room);
  }

  declare(pattern: AnyNode, given: Held, room: Room, isWide = false): void {
    declare(this, pattern, given, room, isWide);
  }

  classOf(node: ClassLike, room: Room): Held {
    return classOf(this, node, room);
  }

  build(made: Class, self: Held, args: readonly Held[]): void {
    built(this, made, self, args);
  }

  #read(node: AnyNode, room: Room): Held {
    switch (node.type) {
      case 'Literal':
        return patternIn(node)
          ? plain(unknown)
          : plain(typeof node.value === 'bigint' ? Number(node.value) : (node.value as string));
      case 'Identifier':
        return room.read(node.name) ?? globalNamed(this, node.name);
      case 'ThisExpression':
        return room.read('this') ?? none;
      case 'TemplateLiteral':
        return this.#template(
          node.quasis.map(({ value }) => value.cooked ?? ''),
          node.expressions,
          room,
        );
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return this.of(node.expression, room);
      case 'SequenceExpression':
        return node.expressions.reduce<Held>((_, part) => this.of(part, room), none);
      case 'MemberExpression':
        return member(this, node, room).held;
      case 'AssignmentExpression':
        return assigned(this, node, room);
      case 'UpdateExpression':
        return update(this, node, room);
      case 'UnaryExpression':
        return unary(this, node, room);
      case 'BinaryExpression':
        return binary(this, node, room);
      case 'LogicalExpression':
        return logical(this, node, room);
      case 'ConditionalExpression': {
        const { isTrue, by } = this.test(node.test, room);
        const part = isTrue ? node.consequent : node.alternate;
        const chosen = this.under(by, () => this.of(part, room));
        return held(chosen.value, merged(chosen.knows, by.knows));
      }
      case 'CallExpression':
        return callOf(this, node, room);
      case 'NewExpression':
        return newOf(this, node, room);
      case 'TaggedTemplateExpression':
        return taggedOf(this, node, room);
      case 'ArrayExpression':
        return arrayOf(this, node, room);
      case 'ObjectExpression':
        return objectOf(this, node, room);
      case 'ArrowFunctionExpression':
        return plain(new Callable('', { node, room }));
      case 'FunctionExpression':
        return plain(new Callable('', { node, room }));
      case 'ClassExpression':
        return classOf(this, node, room);
      case 'AwaitExpression':
        return this.of(node.argument, room);
      case 'YieldExpression':
        return madeBy(this, node, room);
      default:
        return plain(unknown);
    }
  }

  #template(texts: readonly string[], parts: readonly AnyNode[], room: Room): Held {
    let text = texts[0] ?? '';
    let isKnown = true;
    let { knows } = none;
    parts.forEach((part, place) => {
      const given = this.of(part, room);
      knows = merged(knows, given.knows);
      if (typeof given.value === 'object' || typeof given.value === 'symbol') isKnown = false;
      text += `${asText(given.value)}${texts[place + 1] ?? ''}`;
    });
    this.stage.spend(text.length / 50);
    return held(isKnown ? text.slice(0, longestText) : unknown, knows);
  }
}

const longestText = 100_000;
