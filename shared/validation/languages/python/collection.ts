import type { PythonEvaluator } from './evaluate.ts';
import { itemsOf } from './items.ts';
import { childOf, nameOf, namedOf, type PythonNode } from './node.ts';
import { listValue, unknown, type Value, type Values } from './value.ts';

/** The value of a list, a table or a comprehension as written. */
export function collectionValues(node: PythonNode, evaluator: PythonEvaluator): Values {
  switch (node.kind) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list': {
      const items = namedOf(node).map((item) =>
        item.kind === 'list_splat' ? undefined : evaluator.valuesOf(item),
      );
      const known = items.filter((item) => item !== undefined);
      return [listValue(known.length < items.length ? undefined : known)];
    }
    case 'dictionary':
      return [tableOf(node, evaluator)];
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
      return [listValue(roundsOf(node, evaluator))];
    case 'dictionary_comprehension':
      return [{ kind: 'table', entries: new Map(), isWhole: false }];
    default:
      return unknown;
  }
}

function tableOf(node: PythonNode, evaluator: PythonEvaluator): Value {
  const entries = new Map<string, Values>();
  let isWhole = true;
  for (const pair of namedOf(node)) {
    const [key, value] = [childOf(pair, 'key'), childOf(pair, 'value')];
    const [name] = key ? evaluator.valuesOf(key) : [];
    if (value && name?.kind === 'text' && name.text !== undefined) {
      entries.set(name.text, evaluator.valuesOf(value));
    } else {
      isWhole = false;
      if (value) entries.set(`\0${pair.start}`, evaluator.valuesOf(value));
    }
  }
  return { kind: 'table', entries, isWhole };
}

/** A comprehension over one known list, round by round. */
function roundsOf(node: PythonNode, evaluator: PythonEvaluator): Values[] | undefined {
  const [body, clause, ...more] = namedOf(node);
  const [left, right] = clause ? [childOf(clause, 'left'), childOf(clause, 'right')] : [];
  if (body === undefined || left?.kind !== 'identifier' || !right || more.length > 0) {
    return undefined;
  }
  const items = itemsOf(evaluator.valuesOf(right));
  const variable = evaluator.scopes.of(node).variables.get(nameOf(left));
  if (items === undefined || items.length > 200 || variable === undefined) return undefined;
  return items.map((item) => evaluator.valuesWith(variable, item, body));
}
