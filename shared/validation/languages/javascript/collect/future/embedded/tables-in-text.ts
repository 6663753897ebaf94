import type { Evaluator } from '../../../evaluate.ts';
import { parentOf, type AnyNode, type NodeOf } from '../../../node.ts';
import { propertyKey } from '../../../property-key.ts';
import { pathsOf, single, type Value, type Values } from '../../../value.ts';

const leastRows = 3;
/** Two rows with their days are enough to look from one to the other. */
const leastDated = 2;

/** A table that the text holds. Dated rows tell what happened on their days, however they are read. */
export interface TableInText {
  readonly isDated: boolean;
  /** Rows before the first one of figures: the head of a text of columns. */
  readonly heads: number;
}

/** A list, a record by dates, a JSON text or a text of columns that holds figures row by row. */
export function tableInText(evaluator: Evaluator, node: AnyNode): TableInText | undefined {
  if (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') {
    if (!mayHoldRows(node)) return undefined;
    const value = evaluator.evaluate(node).find(holdsFigures);
    return value && { isDated: isDatedValue(value), heads: 0 };
  }
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  const [first] = node.arguments;
  if (first === undefined) return undefined;
  if (pathsOf(evaluator.evaluate(callee)).includes('JSON.parse')) {
    const text = textOf(evaluator, first);
    return isFigureJson(text) ? { isDated: dateWithin.test(text), heads: 0 } : undefined;
  }
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const [method = ''] = propertyKey(evaluator, callee);
  if (method === 'of') {
    return areFigures(evaluator, node) ? { isDated: false, heads: 0 } : undefined;
  }
  const text = method === 'split' ? textOf(evaluator, callee.object) : '';
  if (!isFigureText(text)) return undefined;
  const hasHead = /^\s*[a-z_]/i.test(text) && text.trim().includes('\n');
  return { isDated: dateWithin.test(text), heads: hasHead ? 1 : 0 };
}

/** `Float64Array.of(10.5, 11.2, 9.8)` */
const areFigures = (evaluator: Evaluator, node: NodeOf<'CallExpression'>): boolean =>
  pathsOf(evaluator.evaluate(node.callee)).some((path) => /Array\.of$/.test(path)) &&
  holdsFigures({ kind: 'array', elements: evaluator.elements(node.arguments) });

/** By its look alone: a list of several things, or a record by numbers or dates. `[...rows]` is a copy. */
function mayHoldRows(node: NodeOf<'ArrayExpression' | 'ObjectExpression'>): boolean {
  if (node.type === 'ArrayExpression') {
    const { elements } = node;
    if (elements.length < leastDated || isTakenApart(node)) return false;
    return !elements.some((part) => part?.type === 'SpreadElement');
  }
  const { properties } = node;
  return (
    properties.length >= leastRows &&
    properties.every(
      (part) => part.type === 'Property' && (part.computed || part.key.type === 'Literal'),
    )
  );
}

/** `const [fast, slow, cap] = [10, 30, 0.5]` gives each number its own name. */
function isTakenApart(node: AnyNode): boolean {
  const parent = parentOf(node);
  const target =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression'
        ? parent.left
        : undefined;
  return (
    target?.type === 'ArrayPattern' && !target.elements.some((part) => part?.type === 'RestElement')
  );
}

const dateWithin = /\d{4}-\d\d-\d\d|\b1[0-9]{12}\b/;

function isDatedValue(value: Value): boolean {
  if (value.kind === 'object') return true;
  const [row = []] = value.kind === 'array' ? value.elements : [];
  return cellsOf(row).some(([cell]) => isDay(cell));
}

function textOf(evaluator: Evaluator, node: AnyNode): string {
  const value = single(evaluator.evaluate(node));
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : '';
}

const isFigure = (value: unknown): boolean =>
  typeof value === 'number' && !(value > 1e11 && value < 1e13);

const isDate = (key: string): boolean => /^\d{4}-?\d\d-?\d\d|^\d{12,13}$/.test(key);

function holdsFigures(value: Value): boolean {
  if (value.kind === 'array') {
    const { elements } = value;
    const figures = elements.filter(isFigureRow).length;
    const isDated = elements.every((row) => cellsOf(row).some(([cell]) => isDay(cell)));
    if (
      figures < (isDated ? leastDated : leastRows) ||
      !elements.every((row) => isFigureRow(row) || isGap(row))
    )
      return false;
    return !areAllOne(elements) && !areLabelled(elements);
  }
  if (value.kind !== 'object' || value.properties.size < leastRows) return false;
  return (
    [...value.properties.keys()].every(isDate) && [...value.properties.values()].every(isFigureRow)
  );
}

/** `[0, 0, 0, 0]` is a place for figures, and holds none. */
const areAllOne = (rows: readonly Values[]): boolean =>
  new Set(rows.map(([value]) => (value?.kind === 'constant' ? value.value : value))).size === 1;

/** `{ symbol: 'AAPL', weight: 0.4 }, …`: each row is told by its own word, not by its day. */
function areLabelled(rows: readonly Values[]): boolean {
  const cells = rows.map((row) => cellsOf(row));
  if (cells.some((row) => row.some(([cell]) => isDay(cell)))) return false;
  const [first = []] = cells;
  return first.some((_, place) => {
    const words = cells.map((row) => row[place]?.[0]);
    const texts = words.map((word) => (word?.kind === 'constant' ? word.value : undefined));
    const areWords = texts.every((text) => typeof text === 'string' && /^[^\d]+$/.test(text));
    return areWords && new Set(texts).size === texts.length;
  });
}

/** Of a number the shortest is 20240102. */
const isDay = (cell: Value | undefined): boolean =>
  cell?.kind === 'constant' &&
  (typeof cell.value !== 'number' || cell.value > 1e7) &&
  isDate(String(cell.value));

function cellsOf([value]: Values): readonly Values[] {
  if (value?.kind === 'array') return value.elements;
  return value?.kind === 'object' ? [...value.properties.values()] : [];
}

const isGap = ([value]: Values): boolean =>
  value?.kind === 'constant' && (value.value === null || value.value === undefined);

function isFigureRow(row: Values): boolean {
  const [value] = row;
  if (value?.kind === 'constant') return isFigure(value.value);
  return cellsOf(row).some(([cell]) => cell?.kind === 'constant' && isFigure(cell.value));
}

/** What a JSON text says; it is data, and no longer than the strategy's own text. */
function isFigureJson(text: string): boolean {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // A text that is no JSON holds no table.
    return false;
  }
  if (typeof parsed !== 'object' || parsed === null) return false;
  const rows: unknown[] = Object.values(parsed);
  if (rows.length < leastRows) return false;
  if (!Array.isArray(parsed) && !Object.keys(parsed).every(isDate)) return false;
  return rows.filter(isParsedRow).length >= leastRows;
}

const isParsedRow = (row: unknown): boolean =>
  typeof row === 'object' && row !== null ? Object.values(row).some(isFigure) : isFigure(row);

/** `'10.5,11.2,9.8'`, lines of `date,close`. */
function isFigureText(text: string): boolean {
  const cells = text.split(/[\s,;|]+/).filter(Boolean);
  const figures = cells.filter((cell) => isFigure(Number(cell)) && Number.isFinite(Number(cell)));
  return figures.length >= leastRows && figures.length * 3 >= cells.length;
}
