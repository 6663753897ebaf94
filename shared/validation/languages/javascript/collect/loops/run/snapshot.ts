import type { Variable } from '../../../scopes/scope.ts';
import { isInside } from '../loop-node.ts';
import type { AnyNode } from '../../../node.ts';
import type { LoopRun, Machine } from './machine.ts';
import { Cell, textOf, type Scope, type Thing } from './thing.ts';

/** One place of the memory, by the way to it. */
export interface Place {
  readonly slots: Map<Variable, Thing> | Map<string, Thing>;
  readonly key: unknown;
  readonly value: Thing;
  /** What it is, for all that are no plain numbers. */
  readonly text: string;
  readonly owner: Cell | undefined;
}

/** The state behind one round. */
export interface Shown {
  readonly key: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly lists: ReadonlyMap<string, { readonly cell: Cell; readonly text: string }>;
}

const mostPlaces = 400;

/** All that the next round of a loop can find: the same again means the same round again. */
export function snapshot(
  machine: Machine,
  run: LoopRun,
  cursor: Cell | undefined,
  base: string,
): Shown | undefined {
  const reader = new StateReader(machine, Number(base.slice(1)));
  reader.scope(run.frame.scope, '', run);
  if (cursor) reader.cell(cursor, 'cursor');
  reader.thing(run.frame.scope.self, 'this');
  for (const [name, shadow] of machine.shadows) reader.cell(shadow, `&${name}`);
  if (reader.isTooLarge) return undefined;
  const parts: string[] = [`${machine.epoch}`];
  for (const [path, { text }] of reader.places) parts.push(`${path}=${text}`);
  for (const [key, epoch] of machine.keyEpochs) parts.push(`${key}#${epoch}`);
  return { key: parts.join('\n'), places: reader.places, lists: reader.lists };
}

class StateReader {
  readonly places = new Map<string, Place>();
  /** The lists, sets and maps by their ways, and what they hold as one text. */
  readonly lists = new Map<string, { readonly cell: Cell; readonly text: string }>();
  isTooLarge = false;
  private readonly seen = new Map<object, number>();
  private readonly machine: Machine;
  private readonly base: number;

  constructor(machine: Machine, base: number) {
    this.machine = machine;
    this.base = base;
  }

  scope(scope: Scope | undefined, path: string, run?: LoopRun): void {
    if (!scope || this.seen.has(scope)) return;
    this.seen.set(scope, this.seen.size);
    for (const [variable, value] of scope.slots) {
      if (run && isOfRound(variable, run)) continue;
      const name = `${path}/${variable.name}@${variable.defs[0]?.name.range?.[0] ?? ''}`;
      this.place(scope.slots, variable, value, name, undefined);
    }
    this.scope(scope.outer, `${path}^`, run);
  }

  private place(
    slots: Place['slots'],
    key: unknown,
    value: Thing,
    path: string,
    owner: Cell | undefined,
  ): void {
    this.machine.spend();
    if (this.places.size > mostPlaces) this.isTooLarge = true;
    if (this.isTooLarge) return;
    const text = value instanceof Cell ? this.reference(value) : this.plain(textOf(value));
    this.places.set(path, { slots, key, value, text, owner });
    this.thing(value, path);
  }

  /** New unknowns of a round count as the same as those of the round before. */
  private plain(text: string): string {
    return text.includes('~')
      ? text.replace(/~(count)?(\d+)/g, (all, kind = '', digits: string) =>
          Number(digits) > this.base ? `~${kind as string}` : all,
        )
      : text;
  }

  private reference(cell: Cell): string {
    const known = this.seen.get(cell);
    return known === undefined
      ? `new ${cell.kind} ${cell.of} ${cell.node?.start ?? ''}`
      : `known ${known}`;
  }

  thing(value: Thing, path: string): void {
    if (value instanceof Cell) this.cell(value, path);
  }

  cell(cell: Cell, path: string): void {
    if (this.seen.has(cell) || this.isTooLarge) return;
    this.seen.set(cell, this.seen.size);
    const isList = /^(?:list|map|set)$/.test(cell.kind);
    const before = this.places.size;
    for (const [key, value] of cell.slots)
      this.place(cell.slots, key, value, `${path}.${key}`, cell);
    if (isList) {
      const texts: string[] = [];
      let index = 0;
      for (const [way, { text }] of this.places) {
        if (index++ >= before && !/\.(?:length|size)$/.test(way)) texts.push(`${way}=${text}`);
      }
      this.lists.set(path, { cell, text: texts.join('\n') });
    }
    if (cell.scope) this.scope(cell.scope, `${path}()`);
    this.thing(cell.self, `${path}!`);
  }
}

/** Declared in the body: every round begins with it anew. */
function isOfRound({ defs }: Variable, { node }: LoopRun): boolean {
  const [definition] = defs;
  const declaration = definition?.parent as AnyNode | undefined | null;
  if (definition === undefined) return false;
  const isBlock =
    definition.type !== 'Variable' ||
    (declaration?.type === 'VariableDeclaration' && declaration.kind !== 'var');
  return isBlock && isInside(definition.name, node.body);
}
