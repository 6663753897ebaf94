import type { Evaluator } from '../evaluate.ts';
import type { AnyNode, NodeOf } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, type Value, type Values } from '../value.ts';

/**
 * Tables with an own `__proto__`, or a `prototype` in a `constructor`: their one use is that a merge
 * of tables, name by name, writes through them into what all objects inherit.
 */
export function collectPollution(survey: Survey, evaluator: Evaluator): AnyNode[] {
  const found: AnyNode[] = [];
  for (const node of survey.ofType('CallExpression')) {
    if (!pathsOf(evaluator.evaluate(node.callee)).includes('JSON.parse')) continue;
    if (evaluator.evaluate(node).some((value) => pollutes(value))) found.push(node);
  }
  for (const node of survey.ofType('ObjectExpression')) {
    for (const part of node.properties) {
      if (part.type !== 'Property' || (!part.computed && nameOf(part) !== 'constructor')) continue;
      const keys = propertyKey(evaluator, part);
      const isNested =
        keys.includes('constructor') && holdsPrototype(evaluator.evaluate(part.value));
      if (isNested || (part.computed && keys.includes('__proto__'))) found.push(node);
    }
  }
  return found;
}

const nameOf = ({ key }: NodeOf<'Property'>): unknown =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;

const holdsPrototype = (values: Values): boolean =>
  values.some(
    (value) => value.kind === 'object' && value.properties.get('prototype')?.some(isTable),
  );

const isTable = ({ kind }: Value): boolean => kind === 'object';

function pollutes(value: Value, depth = 0): boolean {
  if (depth > 4) return false;
  if (value.kind === 'array') return inside(value.elements.flat(), depth);
  if (value.kind !== 'object') return false;
  const { properties } = value;
  if (properties.has('__proto__')) return true;
  return (
    holdsPrototype(properties.get('constructor') ?? []) ||
    inside([...properties.values()].flat(), depth)
  );
}

const inside = (values: Values, depth: number): boolean =>
  values.some((value) => pollutes(value, depth + 1));

/** `target[key] = …` with any key: what a merge of tables does. */
export const writesByAnyName = (survey: Survey): boolean =>
  survey
    .ofType('AssignmentExpression')
    .some(
      ({ left }) =>
        left.type === 'MemberExpression' && left.computed && left.property.type !== 'Literal',
    );
