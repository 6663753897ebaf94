import type { Evaluator, Frame } from './evaluate.ts';
import { isFunction, type NodeOf } from './node.ts';
import { propertyKey } from './property-key.ts';
import { constant, union, type Held, type Values } from './value.ts';
import { spend } from '../work.ts';

type Property = NodeOf<'Property'>;

/** `{ … }`: its properties, those spread into it, and its prototype where it names one. */
export function objectLiteral(
  evaluator: Evaluator,
  node: NodeOf<'ObjectExpression'>,
  frame?: Frame,
): Values {
  const properties = new Map<string, Values>();
  const rest: Values[] = [];
  const globals: Values[] = [];
  let parent: Values | undefined;
  for (const part of node.properties) {
    if (part.type === 'SpreadElement') {
      const spread = evaluator.evaluate(part.argument, frame);
      copyInto(properties, rest, spread);
      // Tables spread into tables, again and again, would take their lengths' square.
      spend(properties.size);
      // `{ ...Math }` has what Math has.
      globals.push(spread.filter(({ kind }) => kind === 'global'));
      continue;
    }
    const values = valueOf(evaluator, part, frame);
    if (isPrototype(part)) {
      parent = values;
      continue;
    }
    const keys = propertyKey(evaluator, part, frame);
    for (const key of keys) properties.set(key, values);
    if (keys.length === 0) rest.push(values);
  }
  const held: Partial<Held> = rest.length > 0 ? { rest: union(...rest) } : {};
  const made = { kind: 'object' as const, properties, ...held };
  return [parent === undefined ? made : { ...made, parent }, ...globals.flat()];
}

/** Longer ones are no names. */
const longestText = 200;

/** `{ ...table }`, and of a list or a text what stands at each place. */
function copyInto(properties: Map<string, Values>, rest: Values[], spread: Values): void {
  for (const value of spread) {
    if (value.kind === 'array') {
      for (const [index, values] of value.elements.entries()) properties.set(String(index), values);
    } else if (value.kind === 'constant' && typeof value.value === 'string') {
      const characters = value.value.slice(0, longestText);
      for (const [index, one] of [...characters].entries()) {
        properties.set(String(index), constant(one));
      }
    } else if (value.kind === 'text') rest.push([value]);
    if (value.kind === 'array' && value.rest !== undefined) rest.push(value.rest);
    if (value.kind !== 'object') continue;
    for (const [key, values] of value.properties) properties.set(key, values);
    if (value.rest !== undefined) rest.push(value.rest);
  }
}

function valueOf(evaluator: Evaluator, part: Property, frame?: Frame): Values {
  return part.kind === 'get' && isFunction(part.value)
    ? evaluator.returned(part.value)
    : evaluator.evaluate(part.value, frame);
}

/** `{ __proto__: x }`; as a shorthand or in brackets it is a property like any other. */
function isPrototype({ key, computed, shorthand, method }: Property): boolean {
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : '';
  return name === '__proto__' && !computed && !shorthand && !method;
}
