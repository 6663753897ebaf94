import type { PythonEvaluator } from './evaluate.ts';
import { asText } from './fold-string.ts';
import { childOf, namedOf, type PythonNode } from './node.ts';
import {
  listValue,
  numberValue,
  textValue,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';

/** Sums, products and formats of known texts, numbers and lists. */
export function foldOperator(node: PythonNode, evaluator: PythonEvaluator): Values {
  if (node.kind === 'unary_operator') return negated(node, evaluator);
  const sign = (childOf(node, 'operator')?.kind ?? '').replace(/=$/, '');
  const [first, ...others] = spine(node, sign);
  if (first === undefined) return unknown;
  let values = evaluator.valuesOf(first);
  for (const other of others) values = combined(values, sign, evaluator.valuesOf(other));
  return values;
}

/** `a + b + c` is walked, not descended: long sums are as deep as they are long. */
function spine(node: PythonNode, sign: string): PythonNode[] {
  const parts: PythonNode[] = [];
  let at: PythonNode | undefined = node;
  while (at !== undefined) {
    const isSame: boolean =
      at === node || (at.kind === 'binary_operator' && childOf(at, 'operator')?.kind === sign);
    if (!isSame) {
      parts.push(at);
      break;
    }
    const right = childOf(at, 'right');
    if (right) parts.push(right);
    at = childOf(at, 'left');
  }
  return parts.reverse();
}

function combined(left: Values, sign: string, right: Values): Values {
  if (left.length * right.length > 64) return unknown;
  return union(left.flatMap((a) => right.map((b): Values => [combine(a, sign, b)])));
}

function combine(a: Value, sign: string, b: Value): Value {
  if (a.kind === 'number' && b.kind === 'number')
    return numberValue(calculate(a.number, sign, b.number));
  if (a.kind === 'text' && sign === '%') return textValue(percentFormat(a.text, b), a.isBytes);
  if (a.kind === 'text' && b.kind === 'text' && sign === '+') {
    const isKnown = a.text !== undefined && b.text !== undefined;
    return textValue(isKnown ? `${a.text}${b.text}` : undefined, a.isBytes);
  }
  if (a.kind === 'list' && b.kind === 'list' && sign === '+') {
    return listValue(a.items && b.items ? [...a.items, ...b.items] : undefined);
  }
  if (a.kind === 'text' && b.kind === 'number' && sign === '*') {
    const times = b.number ?? -1;
    const isKnown = a.text !== undefined && times >= 0 && times * a.text.length <= 10_000;
    return textValue(isKnown ? a.text.repeat(times) : undefined, a.isBytes);
  }
  if (a.kind === 'text' || b.kind === 'text') return textValue(undefined);
  return { kind: 'unknown' };
}

function calculate(a: number | undefined, sign: string, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '//':
      return b === 0 ? undefined : Math.floor(a / b);
    case '%':
      return b === 0 ? undefined : ((a % b) + b) % b;
    case '**':
      return a ** b;
    case '^':
      return a ^ b;
    case '|':
      return a | b;
    case '&':
      return a & b;
    case '<<':
      return b >= 0 && b < 31 ? a << b : undefined;
    case '>>':
      return b >= 0 && b < 31 ? a >> b : undefined;
    default:
      return undefined;
  }
}

function percentFormat(format: string | undefined, value: Value): string | undefined {
  if (format === undefined) return undefined;
  const values = value.kind === 'list' ? value.items?.map(([one]) => one) : [value];
  if (values === undefined) return undefined;
  let index = 0;
  let isKnown = true;
  const text = format.replace(/%([sdc%])/g, (_, kind: string) => {
    if (kind === '%') return '%';
    const next = values[index];
    index += 1;
    if (kind === 'c' && next?.kind === 'number' && next.number !== undefined) {
      return String.fromCodePoint(Math.min(Math.max(next.number, 0), 0x10ffff));
    }
    const filled = asText(next);
    isKnown &&= filled !== undefined;
    return filled ?? '';
  });
  return isKnown && !/%[^%]/.test(text) ? text : undefined;
}

function negated(node: PythonNode, evaluator: PythonEvaluator): Values {
  const inner = childOf(node, 'argument') ?? namedOf(node)[0];
  if (inner === undefined) return unknown;
  const sign = node.children[0]?.kind;
  return evaluator.valuesOf(inner).map((value): Value => {
    if (value.kind !== 'number' || value.number === undefined) return { kind: 'unknown' };
    if (sign === '-') return numberValue(-value.number);
    return numberValue(sign === '~' ? ~value.number : value.number);
  });
}
