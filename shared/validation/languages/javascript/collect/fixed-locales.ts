import type { Place } from '../../../types.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf, type AnyNode, type NodeOf } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, single, type Value, type Values } from '../value.ts';

type Maker = NodeOf<'CallExpression' | 'NewExpression'>;

/**
 * Where a text says itself which language it means, and for dates which zone: on every machine it
 * then gets the same. The place of the call, or of `Intl` in it.
 */
export function collectFixedLocales(survey: Survey, evaluator: Evaluator): Place[] {
  const places: Place[] = [];
  const look = (node: Maker): void => {
    const { callee } = node;
    if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return;
    const [name = ''] = propertyKey(evaluator, callee);
    if (isIntl.test(name) && pathsOf(evaluator.evaluate(callee.object)).includes('Intl')) {
      if (isSettled(evaluator, node, name === 'DateTimeFormat'))
        places.push(placeOf(callee.object));
    } else if (name === 'localeCompare') {
      if (isLanguage(evaluator, node.arguments[1])) places.push(placeOf(node));
    } else if (isLocaleMethod.test(name)) {
      const isOfDate = /Date|Time/.test(name) || isDate(evaluator, callee.object, node);
      if (isSettled(evaluator, node, isOfDate)) places.push(placeOf(node));
    }
  };
  for (const node of survey.ofType('CallExpression')) look(node);
  for (const node of survey.ofType('NewExpression')) look(node);
  return places;
}

const isIntl =
  /^(?:DateTimeFormat|NumberFormat|Collator|PluralRules|ListFormat|RelativeTimeFormat)$/;
const isLocaleMethod = /^toLocale(?:\w*String|(?:Upper|Lower)Case)$/;

const isSettled = (evaluator: Evaluator, { arguments: args }: Maker, isOfDate: boolean): boolean =>
  isLanguage(evaluator, args[0]) &&
  (!isOfDate || isText(optionsOf(evaluator, args[1])?.get('timeZone')));

/** `'en-GB'`, `['de', 'en']` */
function isLanguage(evaluator: Evaluator, node: AnyNode | undefined): boolean {
  if (node === undefined || node.type === 'SpreadElement') return false;
  const values = evaluator.evaluate(node);
  const [value] = values;
  if (value?.kind !== 'array') return isText(values);
  return values.length === 1 && value.elements.length > 0 && value.elements.every(isText);
}

const isText = (values: Values | undefined): boolean => {
  const value = values && single(values);
  return value?.kind === 'constant' && typeof value.value === 'string' && value.value !== '';
};

function optionsOf(
  evaluator: Evaluator,
  node: AnyNode | undefined,
): ReadonlyMap<string, Values> | undefined {
  if (node === undefined || node.type === 'SpreadElement') return undefined;
  const value: Value | undefined = single(evaluator.evaluate(node));
  return value?.kind === 'object' ? value.properties : undefined;
}

const partsOfDates =
  /^(?:weekday|era|year|month|day|dayPeriod|hour|hour12|hourCycle|minute|second|timeZoneName|dateStyle|timeStyle)$/;

/** `date.toLocaleString('en')`: known to be a date, or told to write the parts of one. */
function isDate(evaluator: Evaluator, object: AnyNode, { arguments: args }: Maker): boolean {
  const isOne = evaluator
    .evaluate(object)
    .some((value) => value.kind === 'instance' && value.of === 'Date');
  const options = optionsOf(evaluator, args[1]);
  return isOne || [...(options?.keys() ?? [])].some((key) => partsOfDates.test(key));
}
