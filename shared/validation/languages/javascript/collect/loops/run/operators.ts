import { isClass } from '../../../node.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './members.ts';
import { sameThing } from './memory.ts';
import {
  added,
  Cell,
  isPrimitive,
  Linear,
  isTooLong,
  linearOf,
  named,
  simplified,
  textOf,
  Unknown,
  type Thing,
} from './thing.ts';

type Number2 = (a: number, b: number) => number | boolean;

const onPrimitives: Readonly<Record<string, Number2>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a == b,
  '!=': (a, b) => a != b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
};

/** What an operator makes of two things. */
export function operated(machine: Machine, operator: string, left: Thing, right: Thing): Thing {
  if (operator === 'instanceof') return isInstance(machine, left, right);
  if (operator === 'in') return isIn(machine, left, right);
  const isEquality = /^[=!]==?$/.test(operator);
  const [a, b] = isEquality ? [left, right] : [plain(left), plain(right)];
  const calculate = onPrimitives[operator];
  if (isPrimitive(a) && isPrimitive(b) && calculate) {
    if (typeof a === 'symbol' || (typeof a === 'bigint') !== (typeof b === 'bigint')) {
      if (!isEquality && !/[<>]/.test(operator)) return machine.memory.fresh();
    }
    if (typeof a === 'string' && a.length > 10_000) return machine.memory.fresh();
    try {
      return calculate(a as number, b as number);
    } catch {
      // A large integer divided by nothing, or shifted too far.
      return machine.memory.fresh();
    }
  }
  // Whatever the other is, nothing that is no number is less, more or a number.
  if (isNoNumber(a) || isNoNumber(b)) {
    if (/^[<>]=?$/.test(operator)) return false;
    if (/^(?:[-*/%]|\*\*)$/.test(operator)) return NaN;
  }
  if (isEquality) return settled(machine, compared(machine, operator, a, b));
  if (/^[<>]=?$/.test(operator)) {
    return settled(machine, ordered(operator, a, b) ?? opaque(machine, operator, a, b));
  }
  const sum = calculated(operator, a, b);
  return sum === undefined || isTooLong(sum) ? opaque(machine, operator, a, b) : sum;
}

/** A comparison that follows from what is known is that and no longer open. */
const settled = (machine: Machine, thing: Thing): Thing =>
  thing instanceof Unknown ? (machine.facts.truthOf(thing) ?? thing) : thing;

/** A date counts as its time. */
function plain(thing: Thing): Thing {
  if (thing instanceof Cell && thing.kind === 'date') return thing.slots.get('#time');
  return thing;
}

const isNoNumber = (thing: Thing): boolean =>
  thing === undefined || (typeof thing === 'number' && Number.isNaN(thing));

/** A sum that is not known, named by what it is made of: made again of the same, it is the same. */
function opaque(machine: Machine, operator: string, a: Thing, b: Thing): Thing {
  if (a instanceof Cell || b instanceof Cell) return machine.memory.fresh();
  const prefix = operator === '>>>' ? '~count' : '';
  return named(`${prefix}(${textOf(a)}${operator}${textOf(b)})`, () => machine.memory.fresh());
}

function calculated(operator: string, a: Thing, b: Thing): Thing | undefined {
  if (typeof a === 'string' || typeof b === 'string') return undefined;
  const [left, right] = [linearOf(a), linearOf(b)];
  if (!left || !right) return undefined;
  if (operator === '+') return simplified(added(left, right, 1));
  if (operator === '-') return simplified(added(left, right, -1));
  if (operator === '*') {
    if (typeof b === 'number') return simplified(scaled(left, b));
    return typeof a === 'number' ? simplified(scaled(right, a)) : undefined;
  }
  return operator === '/' && typeof b === 'number' && b !== 0
    ? simplified(scaled(left, 1 / b))
    : undefined;
}

const scaled = (sum: Linear, factor: number): Linear =>
  added(new Linear(new Map(), 0), sum, factor);

function ordered(operator: string, a: Thing, b: Thing): Thing | undefined {
  if (operator.startsWith('>')) return ordered(operator.replace('>', '<'), b, a);
  if (typeof a === 'string' || typeof b === 'string') return undefined;
  if (a === Infinity || b === -Infinity) return operator === '<=' ? undefined : false;
  const [left, right] = [linearOf(a), linearOf(b)];
  if (!left || !right) return undefined;
  return claimOf(added(left, right, -1), operator as '<' | '<=');
}

function claimOf(of: Linear, operator: '<' | '<=' | '='): Thing {
  if (of.terms.size === 0) {
    if (operator === '<') return of.constant < 0;
    return operator === '<=' ? of.constant <= 0 : of.constant === 0;
  }
  return new Unknown(`(${textOf(of)}${operator}0)`, { kind: 'sign', of, operator });
}

export const opposite = (thing: Thing): Thing =>
  thing instanceof Unknown
    ? new Unknown(`!${thing.name}`, { kind: 'not', of: thing })
    : thing instanceof Linear
      ? claimOf(thing, '=')
      : thing instanceof Cell
        ? false
        : !thing;

function compared(machine: Machine, operator: string, a: Thing, b: Thing): Thing {
  const isEqual = equal(machine, operator.length === 3, a, b);
  if (typeof isEqual === 'boolean') return operator.startsWith('!') ? !isEqual : isEqual;
  return operator.startsWith('!') ? opposite(isEqual) : isEqual;
}

function equal(machine: Machine, isStrict: boolean, a: Thing, b: Thing): Thing {
  if (a instanceof Cell && b instanceof Cell) return a === b;
  if (a instanceof Cell || b instanceof Cell) {
    const other = a instanceof Cell ? b : a;
    // A thing that was made here is nothing that was there before.
    if (isPrimitive(other) && (isStrict || other === undefined || other === null)) return false;
    return machine.memory.fresh();
  }
  if (sameThing(a, b)) return true;
  const isNumber = [a, b].some((side) => typeof side === 'number' || side instanceof Linear);
  const isOther = [a, b].some((side) => isPrimitive(side) && typeof side !== 'number');
  if (isNumber && !isOther) {
    if ([a, b].some((side) => typeof side === 'number' && !Number.isFinite(side))) {
      if (isNoNumber(a) || isNoNumber(b)) return false;
    } else {
      const [left, right] = [linearOf(a), linearOf(b)];
      if (left && right) return claimOf(added(left, right, -1), '=');
    }
  }
  const [one, two] = [textOf(a), textOf(b)].sort();
  return named(`(${one}==${two})`, () => machine.memory.fresh());
}

const kinds: Readonly<Record<string, string>> = {
  Function: 'function',
  Array: 'list',
  Date: 'date',
  Map: 'map',
  Set: 'set',
};

/** `x instanceof Function`, of an own class or of one of the language's. */
function isInstance(machine: Machine, left: Thing, right: Thing): Thing {
  if (isPrimitive(left)) return false;
  if (left instanceof Cell && right instanceof Cell && right.node && isClass(right.node)) {
    return left.node === right.node;
  }
  const kind = right instanceof Unknown ? kinds[right.name] : undefined;
  if (left instanceof Cell && kind !== undefined) return left.kind === kind;
  return machine.memory.fresh();
}

function isIn(machine: Machine, left: Thing, right: Thing): Thing {
  if (!(right instanceof Cell) || !isPrimitive(left) || right.slots.has('*')) {
    return machine.memory.fresh();
  }
  return right.slots.has(String(left)) || memberOf(machine, right, left) !== undefined;
}

/** `typeof x`; undefined where nobody knows. */
export function typeOf(thing: Thing): string | undefined {
  if (thing instanceof Cell) return thing.kind === 'function' ? 'function' : 'object';
  if (thing instanceof Linear) return 'number';
  if (thing instanceof Unknown) return undefined;
  return thing === null ? 'object' : typeof thing;
}

/** What `!`, `-`, `+`, `~`, `typeof` and `void` make of a thing. */
export function unaryOf(machine: Machine, operator: string, given: Thing): Thing {
  switch (operator) {
    case '!':
      return opposite(given);
    case 'void':
      return undefined;
    case 'typeof':
      return typeOf(given) ?? new Unknown(`typeof ${textOf(given)}`);
    default:
  }
  const thing = plain(given);
  if (isPrimitive(thing)) {
    if (typeof thing === 'bigint') return operator === '-' ? -thing : machine.memory.fresh();
    const number = Number(thing);
    if (operator === '-') return -number;
    return operator === '+' ? number : ~number;
  }
  const sum = linearOf(thing);
  if (operator === '-' && sum) return simplified(scaled(sum, -1));
  if (operator === '+' && !(thing instanceof Cell)) return thing;
  return named(`${operator}(${textOf(thing)})`, () => machine.memory.fresh());
}
