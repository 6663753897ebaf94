import { findsNothingEverywhere } from '../empty-matches.ts';
import type { Machine } from './machine.ts';
import { Cell, type Thing } from './thing.ts';

/** A pattern that has not been used. */
export function patternCell(source: string, flags: string): Cell {
  const cell = new Cell('pattern', { of: `/${source}/${flags}` });
  cell.slots.set('lastIndex', 0);
  cell.slots.set('source', source);
  cell.slots.set('flags', flags);
  return cell;
}

/** `pattern.exec(text)`, `pattern.test(text)`. */
export function patternMethod(
  machine: Machine,
  cell: Cell,
  name: string,
  given: readonly Thing[],
): { readonly value: Thing } | undefined {
  if (name !== 'exec' && name !== 'test') return undefined;
  const { memory } = machine;
  const [source, flags] = [cell.slots.get('source'), cell.slots.get('flags')];
  if (typeof source !== 'string' || typeof flags !== 'string') return { value: memory.fresh() };
  const isLasting = /[gy]/.test(flags);
  const isFull = cell.slots.get('#moved') !== true && !isUnknownMove(cell);
  if (isLasting) memory.set(cell.slots, 'lastIndex', memory.fresh('count'));
  if (!isFull || !findsNothingEverywhere(source, flags) || given.length === 0) {
    return { value: memory.fresh() };
  }
  if (name === 'test') return { value: true };
  const match = new Cell('table');
  match.slots.set('*', true);
  return { value: match };
}

const isUnknownMove = (cell: Cell): boolean => {
  const moved = cell.slots.get('#moved');
  return moved !== undefined && typeof moved !== 'boolean';
};
