import type { Evaluator } from '../../evaluate.ts';
import { isFunction, parentOf, type AnyNode } from '../../node.ts';
import type { Survey } from '../../survey.ts';

/** Whether onBar counts `this[key]` up once a bar and nothing else changes it: the place of the bar. */
export function isBarCount(survey: Survey, key: string): boolean {
  let ups = 0;
  for (const { argument, operator } of survey.ofType('UpdateExpression')) {
    if (!isOwn(argument, key)) continue;
    if (operator !== '++' || !isAtEveryBar(argument)) return false;
    ups++;
  }
  for (const { left, right, operator } of survey.ofType('AssignmentExpression')) {
    if (!isOwn(left, key)) continue;
    const isOne = right.type === 'Literal' && right.value === 1;
    if (operator === '+=' && isOne && isAtEveryBar(left)) ups++;
    else if (operator !== '=' || right.type !== 'Literal' || !isBeforeTheFirst(left)) return false;
  }
  return ups === 1;
}

function isOwn(node: AnyNode, key: string): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return false;
  const { property } = node;
  if (property.type === 'PrivateIdentifier') return `#${property.name}` === key;
  return property.type === 'Identifier' && !node.computed && property.name === key;
}

/** In onBar, and not only where something else is so. */
function isAtEveryBar(node: AnyNode): boolean {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (isFunction(current)) return methodName(current) === 'onBar';
    const isSometimes =
      /^(?:If|For|ForOf|ForIn|While|DoWhile|Switch)Statement$|^(?:Conditional|Logical)Expression$/;
    if (isSometimes.test(current.type)) return false;
  }
  return false;
}

function isBeforeTheFirst(node: AnyNode): boolean {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (isFunction(current)) return /^(?:initialize|constructor)$/.test(methodName(current));
  }
  return false;
}

function methodName(node: AnyNode): string {
  const method = parentOf(node);
  return method?.type === 'MethodDefinition' && method.key.type === 'Identifier'
    ? method.key.name
    : '';
}

/** The settings that `export const parameters` gives a default below zero. */
export function declaredBelowZero(evaluator: Evaluator): ReadonlyMap<string, number> {
  const settings = new Map<string, number>();
  for (const variable of evaluator.scopes.variables) {
    if (variable.name !== 'parameters') continue;
    for (const declared of evaluator.variable(variable)) {
      if (declared.kind !== 'object') continue;
      for (const [key, [setting]] of declared.properties) {
        const [initial] = (setting?.kind === 'object' && setting.properties.get('default')) || [];
        const value = initial?.kind === 'constant' ? initial.value : undefined;
        if (typeof value === 'number' && value < 0) settings.set(key, value);
      }
    }
  }
  return settings;
}
