import { textOf, type PythonNode } from '../../node.ts';

/** One line, not longer than a reader wants. */
export function shortly(node: PythonNode): string {
  const text = textOf(node).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
