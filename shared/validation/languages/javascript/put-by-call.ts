import type { AnyNode, NodeOf } from './node.ts';
import type { Put } from './stored.ts';

/** Methods after which a list's elements stand elsewhere, or are fewer. */
export const arrangers: ReadonlySet<string> = new Set([
  'reverse',
  'sort',
  'fill',
  'copyWithin',
  'pop',
  'shift',
  'splice',
]);

/** `list.push(x)`, `names.set(key, x)`, `Object.assign(table, x)`, `Object.defineProperty(table, key, x)`. */
export function putByCall(
  node: NodeOf<'CallExpression'>,
  put: (target: AnyNode | undefined, what: Put) => void,
): void {
  const { callee } = node;
  const [first, second, third] = node.arguments;
  if (callee.type !== 'MemberExpression') return;
  if (callee.computed) {
    const method = callee.property;
    put(callee.object, { how: 'arranged', value: method, method });
    for (const value of node.arguments) put(callee.object, { how: 'append', value, method });
    for (const value of node.arguments.slice(1)) put(first, { how: 'members', value, method });
    return;
  }
  if (callee.property.type !== 'Identifier') return;
  const { name } = callee.property;
  if (arrangers.has(name)) put(callee.object, { how: 'arranged', value: callee.property });
  if (first === undefined) return;
  // Whose method it is may be hidden behind a name; honest methods of these names do the same.
  if (name === 'assign') {
    for (const value of node.arguments.slice(1)) put(first, { how: 'members', value });
  } else if (name === 'setPrototypeOf' && second !== undefined) {
    put(first, { how: 'parent', value: second });
  } else if (name === 'defineProperty' && second !== undefined && third !== undefined) {
    put(first, { how: 'descriptor', key: second, value: third });
  } else if (name === 'set' && second !== undefined) {
    put(callee.object, { how: 'slot', key: first, value: second });
    // `Reflect.set(table, key, x)`
    if (third !== undefined) put(first, { how: 'slot', key: second, value: third });
  } else if (name === 'push' || name === 'add') {
    for (const value of node.arguments) put(callee.object, { how: 'append', value });
  } else if (name === 'unshift') {
    for (const value of node.arguments.toReversed()) put(callee.object, { how: 'prepend', value });
  } else if (name === 'splice') {
    for (const value of node.arguments.slice(2)) put(callee.object, { how: 'append', value });
  } else if (name === 'fill') {
    put(callee.object, { how: 'append', value: first });
  }
}
