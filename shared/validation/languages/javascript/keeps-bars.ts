import { full, fullAncestor } from 'acorn-walk';
import type { Program } from 'acorn';
import { isFunction, type AnyNode, type FunctionLike } from './node.ts';
import { parseJavaScript } from './parse.ts';

const fields = ['symbol', 'index', 'time', 'open', 'high', 'low', 'close', 'volume'];

/**
 * Whether a strategy might still hold the bar of one call when the next one comes. If it only ever
 * reads numbers off it on the spot, all calls can be given one object, which saves making one a bar.
 * True whenever it is not certain: a bar passed on, stored, spread, read in a function that may run
 * later, or an indicator of the strategy's own, which is given bars too.
 */
export function keepsBars(source: string): boolean {
  const { program } = parseJavaScript(source);
  if (program === undefined) return true;
  try {
    return mightKeep(program);
  } catch (error) {
    // A text that was nested just not too deeply for the parser.
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function mightKeep(program: Program): boolean {
  const handlers: FunctionLike[] = [];
  let uncertain = false;
  full(program, (visited) => {
    const node = visited;
    if (node.type === 'MethodDefinition' && isNamed(node, 'onBar')) handlers.push(node.value);
    else if (namesHandler(node)) uncertain = true;
  });
  return (
    uncertain || countNames(program, 'onBar') !== handlers.length || !handlers.every(readsOnly)
  );
}

function isNamed(node: Extract<AnyNode, { type: 'MethodDefinition' }>, name: string): boolean {
  return !node.computed && !node.static && node.key.type === 'Identifier' && node.key.name === name;
}

/** Ways to be given bars that are not looked into. */
function namesHandler(node: AnyNode): boolean {
  if (node.type === 'Identifier') return node.name === 'arguments';
  if (node.type === 'Literal') return /^(?:onBars?|update)$/.test(String(node.value));
  if (node.type === 'TemplateElement') return /onBar|update/.test(node.value.raw);
  return ['onBars', 'update'].includes(nameIn(node) ?? '');
}

function countNames(program: Program, name: string): number {
  let count = 0;
  full(program, (node) => {
    if (nameIn(node) === name) count += 1;
  });
  return count;
}

/** The property that a node defines or reads by name; a walk does not come by such names itself. */
function nameIn(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return node.key.type === 'Identifier' ? node.key.name : undefined;
    case 'MemberExpression':
      return node.property.type === 'Identifier' ? node.property.name : undefined;
    default:
      return undefined;
  }
}

function readsOnly(handler: FunctionLike): boolean {
  const [bar, ...rest] = handler.params as AnyNode[];
  if (bar === undefined) return true;
  if (rest.length > 0) return false;
  if (bar.type === 'ObjectPattern') {
    return bar.properties.every((property) => property.type === 'Property' && !property.computed);
  }
  return bar.type === 'Identifier' && everyUseReads(handler, bar.name);
}

function everyUseReads(handler: FunctionLike, name: string): boolean {
  let reads = true;
  fullAncestor(handler.body, (visited, _state, ancestors) => {
    const node = visited;
    if (node.type !== 'Identifier' || node.name !== name) return;
    const around = ancestors.slice(0, -1);
    const parent = around.at(-1);
    const isRead =
      parent?.type === 'MemberExpression' &&
      parent.object === node &&
      !parent.computed &&
      parent.property.type === 'Identifier' &&
      fields.includes(parent.property.name);
    if (!isRead || around.some(isFunction)) reads = false;
  });
  return reads;
}
